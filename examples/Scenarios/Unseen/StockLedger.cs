namespace Scenarios.Unseen;

/// <summary>A rebuild wants to write while it holds the journal; a reader wants the journal while it still reads.</summary>
internal sealed class StockLedger : BackgroundService
{
    private readonly ReaderWriterLockSlim _table = new();
    private readonly object _journal = new();
    private readonly List<string> _entries = [];

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        new Crew().Start("rebuild", Rebuild).Start("inventory", () => CountStock(_ => Thread.Sleep(300)));
        Ready.When(() => _table.WaitingReadCount == 6);
        Thread.Sleep(600);
        new Crew().Start(6, "request", _ => CountStock(_ => { }));
        return Task.CompletedTask;
    }

    private void Rebuild()
    {
        _table.EnterUpgradeableReadLock();
        try
        {
            lock (_journal)
            {
                _entries.Add("rebuild");
                Thread.Sleep(100);
                _table.EnterWriteLock();
                _entries.Clear();
                _table.ExitWriteLock();
            }
        }
        finally
        {
            _table.ExitUpgradeableReadLock();
        }
    }

    private int CountStock(Action<string> count)
    {
        _table.EnterReadLock();
        try
        {
            count("stock");
            lock (_journal)
            {
                return _entries.Count;
            }
        }
        finally
        {
            _table.ExitReadLock();
        }
    }
}
