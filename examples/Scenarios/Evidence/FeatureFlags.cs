namespace Scenarios.Evidence;

/// <summary>Loads its flags once, in a Lazy that keeps the exception when that fails.</summary>
internal sealed class FeatureFlags : BackgroundService
{
    private readonly Lazy<IReadOnlyDictionary<string, bool>> _flags = new(Load);
    private readonly long _start = Environment.TickCount64;
    private int _failed;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        new Crew().Start("requests", () => AskForever(stoppingToken));
        Ready.When(() => Volatile.Read(ref _failed) > 20 && Environment.TickCount64 - _start > 2_000);
        return Task.Delay(Timeout.Infinite, stoppingToken);
    }

    private static IReadOnlyDictionary<string, bool> Load() => throw new InvalidDataException("the flags are not there yet");

    private void AskForever(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                _ = _flags.Value.ContainsKey("new-basket");
            }
            catch (InvalidDataException)
            {
                Interlocked.Increment(ref _failed);
            }

            Thread.Sleep(50);
        }
    }
}
