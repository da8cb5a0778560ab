namespace Scenarios.Sick;

/// <summary>Keeps every session for ever, close to the limit that its container sets.</summary>
internal sealed class SessionService : BackgroundService
{
    private readonly List<SessionState> _sessions = [];

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var limit = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        while (GC.GetTotalMemory(forceFullCollection: false) < limit * 0.92)
        {
            _sessions.Add(new SessionState($"user {_sessions.Count}", new long[24]));
        }

        // The numbers of the collector speak of its last collection; in a service there is always one soon.
        GC.Collect();
        Ready.When(() => _sessions.Count > 0);
        return Task.CompletedTask;
    }

    private sealed record SessionState(string User, long[] Values);
}
