using System.Security.Cryptography;

namespace Scenarios.Healthy;

/// <summary>Computes on the pool in small portions, well below what the machine can do; idle: nothing to compute.</summary>
internal sealed class HashingService(bool loaded) : BackgroundService
{
    private long _portions;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Ready.When(() => !loaded || Interlocked.Read(ref _portions) > 100);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (loaded && await timer.WaitForNextTickAsync(stoppingToken))
        {
            await Task.WhenAll(Task.Run(HashPortion, stoppingToken), Task.Run(HashPortion, stoppingToken));
        }
    }

    private void HashPortion()
    {
        var data = new byte[16 * 1024];
        for (var round = 0; round < 60; round++)
        {
            SHA256.HashData(data, data.AsSpan(0, 32));
        }

        Interlocked.Increment(ref _portions);
    }
}
