using GuruReports.Hosting.History.NearMisses;

namespace GuruReports.Hosting.Triggers;

/// <summary>
/// Has looked for threads that wait for a lock for long, when one has begun to wait: the runtime counts those that do, and not for how
/// long. On the watchdog's thread only; allocates nothing but where it lets look.
/// </summary>
/// <param name="contentions">Returns how often a thread began to wait for a lock.</param>
/// <param name="waits">Looks.</param>
/// <param name="isCostly">Returns whether a look stops the service for longer than is worth it.</param>
internal sealed class LockWaitWatch(Func<long> contentions, LockWaitSearch waits, Func<bool> isCostly)
{
    private static readonly TimeSpan s_pace = TimeSpan.FromSeconds(10);

    // Where threads wait for a moment all the time, most looks find nothing.
    private static readonly TimeSpan s_vainPace = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_slowPace = TimeSpan.FromMinutes(10);

    private long _last;
    private TimeSpan _next;

    /// <summary>Looks whether a thread has begun to wait.</summary>
    /// <param name="now">The time since the watch began.</param>
    /// <param name="isQuiet">Whether nothing disturbs what would be seen.</param>
    public void Look(TimeSpan now, bool isQuiet)
    {
        var count = contentions();
        var hasBegun = count > _last;
        _last = count;
        if (!hasBegun || !isQuiet || now < _next)
        {
            return;
        }

        var pace = isCostly() ? s_slowPace : waits.WasVain ? s_vainPace : s_pace;
        if (waits.TryStart())
        {
            _next = now + pace;
        }
    }
}
