using System.Net;
using System.Net.Sockets;

namespace Scenarios.Roots;

/// <summary>Reads orders from a server that is not there, and tries again and again, quietly.</summary>
internal sealed class OrderFeed : BackgroundService
{
    private int _tries;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Ready.When(() => Volatile.Read(ref _tries) >= 5);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ReadOrdersAsync(stoppingToken);
            }
            catch (SocketException)
            {
                _tries++;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(300), stoppingToken);
        }
    }

    private static async Task ReadOrdersAsync(CancellationToken stop)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(new IPEndPoint(IPAddress.Loopback, 1), stop);
    }
}
