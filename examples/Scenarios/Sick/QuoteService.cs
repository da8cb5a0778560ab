using System.Net.Sockets;

namespace Scenarios.Sick;

/// <summary>Runs blocking network calls on the thread pool: more of them than the pool has threads.</summary>
internal sealed class QuoteService : BackgroundService
{
    private readonly SilentServer _exchange = new();
    private int _fetching;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var symbol = 0; symbol < 300; symbol++)
        {
            var own = symbol;
            _ = Task.Run(() => Fetch($"SYM{own}"), stoppingToken);
        }

        Ready.When(() => _fetching >= 4 && _fetching >= ThreadPool.ThreadCount && ThreadPool.PendingWorkItemCount > 100);
        return Task.CompletedTask;
    }

    private decimal Fetch(string symbol)
    {
        Interlocked.Increment(ref _fetching);
        using var client = new TcpClient();
        client.Connect(_exchange.EndPoint);
        var stream = client.GetStream();
        stream.Write(System.Text.Encoding.ASCII.GetBytes(symbol));
        return stream.ReadByte();
    }
}
