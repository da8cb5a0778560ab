using System.Net.Sockets;

namespace Scenarios.Sick;

/// <summary>Reloads its prices over the network while it holds the lock that every reader needs.</summary>
internal sealed class PriceListService : BackgroundService
{
    private readonly SilentServer _supplier = new();
    private readonly object _gate = new();
    private readonly Dictionary<string, decimal> _prices = [];
    private volatile bool _reloading;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        new Crew().Start("price-reload", Reload);
        SpinWait.SpinUntil(() => _reloading);
        var readers = new Crew().Start(40, "quote", number => PriceOf($"article-{number}"));

        Ready.When(() => readers.AllWait);
        return Task.CompletedTask;
    }

    private void Reload()
    {
        lock (_gate)
        {
            _reloading = true;
            using var client = new TcpClient();
            client.Connect(_supplier.EndPoint);
            var answer = new byte[4096];
            var length = client.GetStream().Read(answer);
            _prices["article-1"] = length;
        }
    }

    private decimal PriceOf(string article)
    {
        lock (_gate)
        {
            return _prices.GetValueOrDefault(article);
        }
    }
}
