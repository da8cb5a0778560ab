namespace Scenarios.Sick;

/// <summary>"Frees memory" after every picture.</summary>
internal sealed class ImageService : BackgroundService
{
    private readonly List<byte[]> _cache = [.. Enumerable.Range(0, 200_000).Select(_ => new byte[256])];

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        new Crew().Start("image-resize", () => ResizeForever(stoppingToken));

        Ready.When(() => GC.CollectionCount(2) > 40);
        return Task.CompletedTask;
    }

    private void ResizeForever(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var thumbnail = new byte[20_000];
            thumbnail[_cache.Count % thumbnail.Length] = 1;
            FreeMemory();
        }
    }

    private static void FreeMemory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}
