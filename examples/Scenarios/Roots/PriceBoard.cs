using System.Net.Sockets;

namespace Scenarios.Roots;

/// <summary>Few threads, one lock, and its holder reads from a server that does not answer.</summary>
internal sealed class PriceBoard : BackgroundService
{
    private readonly object _prices = new();
    private readonly SilentServer _server = new();

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var readers = new Crew();
        new Crew().Start("refresh", RefreshPrices);
        Thread.Sleep(300);
        readers.Start(4, "display", _ => ShowPrices());
        Ready.When(() => readers.AllWait);
        return Task.Delay(Timeout.Infinite, stoppingToken);
    }

    private void RefreshPrices()
    {
        lock (_prices)
        {
            using var client = new TcpClient();
            client.Connect(_server.EndPoint);
            _ = client.GetStream().ReadByte();
        }
    }

    private void ShowPrices()
    {
        lock (_prices)
        {
            Thread.Yield();
        }
    }
}
