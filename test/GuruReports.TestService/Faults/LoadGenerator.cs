using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using GuruReports.TestService.Hosts;
using Microsoft.Extensions.Hosting;

namespace GuruReports.TestService.Faults;

/// <summary>
/// Requests at a steady pace, each a few hops through the thread pool with some work and some garbage; says each second
/// how long they took: <c>latencies 61 64 ...</c>, in microseconds.
/// </summary>
internal sealed class LoadGenerator : BackgroundService
{
    private static readonly TimeSpan s_pace = TimeSpan.FromMilliseconds(5);

    private readonly Lock _gate = new();
    private List<double> _latencies = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_pace);
        var lastSaid = Stopwatch.GetTimestamp();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            _ = AnswerAsync();
            if (Stopwatch.GetElapsedTime(lastSaid) >= TimeSpan.FromSeconds(1))
            {
                lastSaid = Stopwatch.GetTimestamp();
                Say();
            }
        }
    }

    private async Task AnswerAsync()
    {
        var start = Stopwatch.GetTimestamp();
        var body = new byte[4096];
        for (var hop = 0; hop < 3; hop++)
        {
            await Task.Yield();
            body = [.. SHA256.HashData(body), .. body.AsSpan(32)];
        }

        var latency = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        lock (_gate)
        {
            _latencies.Add(latency);
        }
    }

    private void Say()
    {
        List<double> latencies;
        lock (_gate)
        {
            (latencies, _latencies) = (_latencies, []);
        }

        ServiceHost.Say("latencies " + string.Join(' ', latencies.Select(latency => latency.ToString("F0", CultureInfo.InvariantCulture))));
    }
}
