namespace Scenarios.Unseen;

/// <summary>A reader-writer lock whose writer threw before it could leave.</summary>
internal sealed class QuotaTable : BackgroundService
{
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly Dictionary<string, int> _quotas = [];

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var renewal = new Thread(() =>
        {
            try
            {
                Renew(null!);
            }
            catch (NullReferenceException)
            {
                Console.Error.WriteLine("renewal failed");
            }
        });
        renewal.Start();
        renewal.Join();
        var crew = new Crew().Start(8, "request", _ => ReadQuota("acme"));
        Ready.When(() => crew.AllWait);
        return Task.CompletedTask;
    }

    private void Renew(Dictionary<string, int> fresh)
    {
        _lock.EnterWriteLock();
        foreach (var (name, quota) in fresh)
        {
            _quotas[name] = quota;
        }

        _lock.ExitWriteLock();
    }

    private int ReadQuota(string tenant)
    {
        _lock.EnterReadLock();
        try
        {
            return _quotas.GetValueOrDefault(tenant);
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }
}
