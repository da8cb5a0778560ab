namespace Scenarios.Sick;

/// <summary>Keeps every session for ever, close to the limit that its container sets.</summary>
internal sealed class SessionService : BackgroundService
{
    private readonly LinkedList<SessionState> _sessions = [];

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var limit = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        while (GC.GetTotalMemory(forceFullCollection: false) < limit * 0.9)
        {
            _sessions.AddLast(new SessionState($"user {_sessions.Count}", new long[24]));
            if (_sessions.Count % 20_000 == 0)
            {
                GC.Collect();
            }
        }

        Ready.When(() => _sessions.Count > 0);
        return Task.CompletedTask;
    }

    private sealed record SessionState(string User, long[] Values);
}
