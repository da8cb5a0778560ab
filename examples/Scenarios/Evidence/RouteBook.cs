using System.Net.Sockets;

namespace Scenarios.Evidence;

/// <summary>Stays a reader of its lock while it asks a silent planner; who wants to write waits, and whoever comes then waits too.</summary>
internal sealed class RouteBook : BackgroundService
{
    private const int Callers = 5;
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly SilentServer _planner = new();

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        new Crew().Start("planning", () => Find(AskPlanner));
        var writing = new Crew();
        var reading = new Crew();
        new Crew().Start("order", () =>
        {
            SpinWait.SpinUntil(() => _lock.CurrentReadCount == 1);
            writing.Start("change", ChangeRoute);
            SpinWait.SpinUntil(() => _lock.WaitingWriteCount == 1);
            reading.Start(Callers, "caller", _ => Find(static () => { }));
        });
        Ready.When(() => _lock.WaitingReadCount == Callers);
        return Task.Delay(Timeout.Infinite, stoppingToken);
    }

    private void Find(Action missing)
    {
        _lock.EnterReadLock();
        try
        {
            missing();
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    private void ChangeRoute()
    {
        _lock.EnterWriteLock();
        _lock.ExitWriteLock();
    }

    private void AskPlanner()
    {
        using var client = new TcpClient();
        client.Connect(_planner.EndPoint);
        _ = client.GetStream().ReadByte();
    }
}
