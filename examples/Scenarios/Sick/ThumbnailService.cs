using System.Security.Cryptography;

namespace Scenarios.Sick;

/// <summary>Gives the pool far more computing than the machine has processors for.</summary>
internal sealed class ThumbnailService : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var picture = 0; picture < 600; picture++)
        {
            _ = Task.Run(() => Render(stoppingToken), stoppingToken);
        }

        var processors = Environment.ProcessorCount;
        Ready.When(() => ThreadPool.ThreadCount >= processors && ThreadPool.PendingWorkItemCount > 200 && Environment.CpuUsage.UserTime.TotalSeconds > 2);
        return Task.CompletedTask;
    }

    private static byte[] Render(CancellationToken stoppingToken)
    {
        var pixels = new byte[64 * 1024];
        for (var pass = 0; pass < 100_000 && !stoppingToken.IsCancellationRequested; pass++)
        {
            SHA256.HashData(pixels, pixels.AsSpan(0, 32));
        }

        return pixels;
    }
}
