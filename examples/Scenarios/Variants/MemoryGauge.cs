namespace Scenarios.Variants;

/// <summary>A metric that asks for the exact heap size all the time: each question is a full collection.</summary>
internal sealed class MemoryGauge : BackgroundService
{
    private readonly string[] _names = [.. Enumerable.Range(0, 300_000).Select(number => $"customer {number}")];
    private long _last;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        new Crew().Start("metrics", () => ReadForever(stoppingToken));

        Ready.When(() => GC.CollectionCount(2) > 60);
        return Task.CompletedTask;
    }

    private void ReadForever(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            _last = ReadHeapSize() + _names.Length;
        }
    }

    private static long ReadHeapSize() => GC.GetTotalMemory(forceFullCollection: true);
}
