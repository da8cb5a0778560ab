namespace Scenarios.Roots;

/// <summary>Disposes of a cancellation registration under the lock that its callback wants.</summary>
internal sealed class SubscriptionTable : BackgroundService
{
    private readonly object _gate = new();
    private readonly CancellationTokenSource _end = new();
    private readonly ManualResetEventSlim _inCallback = new();
    private readonly ManualResetEventSlim _isHeld = new();
    private CancellationTokenRegistration _registration;
    private int _count;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _registration = _end.Token.Register(Unsubscribe);
        var crew = new Crew().Start("closing", _end.Cancel).Start("cleaning", RemoveAll);
        _inCallback.Wait(stoppingToken);
        crew.Start(3, "counting", _ => CountAll());
        Ready.When(() => crew.AllWait);
        return Task.Delay(Timeout.Infinite, stoppingToken);
    }

    private void Unsubscribe()
    {
        _inCallback.Set();
        _isHeld.Wait();
        lock (_gate)
        {
            _count--;
        }
    }

    private void RemoveAll()
    {
        lock (_gate)
        {
            _isHeld.Set();
            _inCallback.Wait();
            _registration.Dispose();
            _count = 0;
        }
    }

    private int CountAll()
    {
        lock (_gate)
        {
            return _count;
        }
    }
}
