namespace Scenarios.Unseen;

/// <summary>Reloads a table under the write lock, with waits between the tries; all readers stand.</summary>
internal sealed class RoutingTable : BackgroundService
{
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly Dictionary<string, int> _routes = [];

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var crew = new Crew().Start("reload", Reload);
        Ready.When(() => _lock.WaitingReadCount == 30 && crew.AllWait);
        Thread.Sleep(50);
        new Crew().Start(30, "request", number => FindRoute($"{number}"));
        return Task.CompletedTask;
    }

    private static bool TryDownload(Dictionary<string, int> routes) => routes.Count > 1000;

    private void Reload()
    {
        _lock.EnterWriteLock();
        try
        {
            while (!TryDownload(_routes))
            {
                Thread.Sleep(TimeSpan.FromSeconds(10));
            }
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    private int FindRoute(string name)
    {
        _lock.EnterReadLock();
        try
        {
            return _routes.GetValueOrDefault(name);
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }
}
