namespace Scenarios.Variants;

/// <summary>A timer for each device whose callback waits for an answer: the callbacks fill the pool.</summary>
internal sealed class HeartbeatService : BackgroundService
{
    private readonly AutoResetEvent _answered = new(false);
    private readonly List<Timer> _timers = [];
    private int _beating;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var device = 0; device < 200; device++)
        {
            _timers.Add(new Timer(Beat, device, TimeSpan.Zero, TimeSpan.FromSeconds(1)));
        }

        Ready.When(() => _beating >= 4 && _beating >= ThreadPool.ThreadCount && ThreadPool.PendingWorkItemCount > 50);
        return Task.CompletedTask;
    }

    private void Beat(object? state)
    {
        Interlocked.Increment(ref _beating);
        _answered.WaitOne();
    }
}
