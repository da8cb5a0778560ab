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
            var picture = new byte[200_000];
            picture[_cache.Count % picture.Length] = 1;
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
