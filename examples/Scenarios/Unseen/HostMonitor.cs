using System.Net.Sockets;

namespace Scenarios.Unseen;

/// <summary>Probes the hosts of its customers in parallel loops, each probe a blocking read that no host answers.</summary>
internal sealed class HostMonitor : BackgroundService
{
    private readonly SilentServer _host = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Ready.When(() => ThreadPool.PendingWorkItemCount > 25 && ThreadPool.ThreadCount >= 2);
        var rounds = Enumerable.Range(1, 30).Select(customer => Task.Run(() => ProbeAll(customer), stoppingToken));
        await Task.WhenAll(rounds);
    }

    private void ProbeAll(int customer) =>
        Parallel.ForEach(Enumerable.Range(customer * 100, 20), new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ => Probe());

    private void Probe()
    {
        using var client = new TcpClient();
        client.Connect(_host.EndPoint);
        var banner = new byte[64];
        _ = client.GetStream().Read(banner);
    }
}
