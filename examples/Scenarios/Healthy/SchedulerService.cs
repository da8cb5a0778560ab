namespace Scenarios.Healthy;

/// <summary>Hundreds of timers and delays; loaded: they fire often.</summary>
internal sealed class SchedulerService(bool loaded) : BackgroundService
{
    private readonly List<Timer> _timers = [];
    private long _ticks;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var period = loaded ? TimeSpan.FromMilliseconds(200) : TimeSpan.FromMinutes(10);
        for (var number = 0; number < 500; number++)
        {
            _timers.Add(new Timer(Tick, null, period, period));
        }

        Ready.When(() => !loaded || Interlocked.Read(ref _ticks) > 1_000);
        await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => RepeatAsync(period, stoppingToken)));
    }

    private async Task RepeatAsync(TimeSpan period, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(period, stoppingToken);
            Interlocked.Increment(ref _ticks);
        }
    }

    private void Tick(object? state) => Interlocked.Increment(ref _ticks);
}
