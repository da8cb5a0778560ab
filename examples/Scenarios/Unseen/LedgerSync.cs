using System.Net;
using System.Net.Sockets;

namespace Scenarios.Unseen;

/// <summary>Uploads in the pool and sleeps between the tries; the server is down.</summary>
internal sealed class LedgerSync : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Ready.When(() => ThreadPool.PendingWorkItemCount > 25 && ThreadPool.ThreadCount >= 2);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(ledger => Task.Run(() => Upload(ledger), stoppingToken)));
    }

    private static void Upload(int ledger)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var client = new TcpClient();
                client.Connect(IPAddress.Loopback, 1);
                client.GetStream().WriteByte((byte)ledger);
                return;
            }
            catch (SocketException) when (attempt < 10)
            {
                Thread.Sleep(TimeSpan.FromSeconds(2 * attempt));
            }
        }
    }
}
