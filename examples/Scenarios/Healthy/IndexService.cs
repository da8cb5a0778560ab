namespace Scenarios.Healthy;

/// <summary>Allocates a lot, most of it short-lived, with a cache that replaces old entries; idle: only keeps the cache.</summary>
internal sealed class IndexService(bool loaded) : BackgroundService
{
    private readonly string[] _cache = new string[50_000];
    private long _written;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        new Crew().Start("indexer", () => IndexForever(stoppingToken));
        Ready.When(() => Interlocked.Read(ref _written) >= (loaded ? 400_000 : 50_000));
        return Task.CompletedTask;
    }

    private void IndexForever(CancellationToken stoppingToken)
    {
        for (var number = 0L; !stoppingToken.IsCancellationRequested; number++)
        {
            _cache[number % _cache.Length] = $"document {number} with a few words";
            Interlocked.Increment(ref _written);
            if (number % 2_000 == 0)
            {
                Thread.Sleep(2);
            }

            if (!loaded && number >= _cache.Length)
            {
                stoppingToken.WaitHandle.WaitOne();
            }
        }
    }
}
