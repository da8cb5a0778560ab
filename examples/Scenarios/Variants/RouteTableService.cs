namespace Scenarios.Variants;

/// <summary>Refreshes its routes from a slow file (a pipe that nobody writes to) while it holds the writer lock of a ReaderWriterLockSlim.</summary>
internal sealed class RouteTableService : BackgroundService
{
    private readonly ReaderWriterLockSlim _routes = new();
    private readonly System.IO.Pipes.AnonymousPipeServerStream _source = new(System.IO.Pipes.PipeDirection.In);
    private volatile bool _refreshing;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        new Crew().Start("route-refresh", RefreshRoutes);
        SpinWait.SpinUntil(() => _refreshing);
        var readers = new Crew().Start(25, "router", _ => FindRoute());

        Ready.When(() => readers.AllWait);
        return Task.CompletedTask;
    }

    private void RefreshRoutes()
    {
        _routes.EnterWriteLock();
        try
        {
            _refreshing = true;
            _source.ReadByte();
        }
        finally
        {
            _routes.ExitWriteLock();
        }
    }

    private void FindRoute()
    {
        _routes.EnterReadLock();
        _routes.ExitReadLock();
    }
}
