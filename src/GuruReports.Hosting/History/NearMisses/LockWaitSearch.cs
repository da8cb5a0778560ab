using GuruReports.Inspection.Boundary;
using GuruReports.Inspection.Threads;

namespace GuruReports.Hosting.History.NearMisses;

/// <summary>
/// Finds threads that wait for a lock for longer than a second: captures the threads, and where one of them waits for a lock, once
/// more a second later. One that waits in both and has not run in between has waited as long. On a thread of its own, one at a time.
/// </summary>
/// <param name="capture">Captures the threads.</param>
/// <param name="store">Keeps near misses.</param>
/// <param name="cpu">Returns the CPU time of a thread, in any unit: by it a wait is followed to its end.</param>
/// <param name="rest">Lets a time pass.</param>
internal sealed class LockWaitSearch(NearMissCapture capture, NearMissStore store, Func<int, long> cpu, Action<TimeSpan> rest)
{
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(1);

    // For how long a wait is followed, and how closely.
    private static readonly TimeSpan s_followed = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(50);

    // What was told of a wait that does not end is not told again: the threads, with the CPU time that they had.
    private Dictionary<int, long> _told = [];
    private volatile bool _isLooking;
    private volatile bool _wasVain;

    /// <summary>Gets whether the last look found none.</summary>
    public bool WasVain => _wasVain;

    /// <summary>Gets whether a look is under way.</summary>
    public bool IsLooking => _isLooking;

    /// <summary>Begins to look. Returns at once.</summary>
    /// <returns>Whether it has begun: not while another look is under way.</returns>
    public bool TryStart()
    {
        if (_isLooking)
        {
            return false;
        }

        _isLooking = true;
        if (LibraryThread.TryStart(NearMissCapture.ThreadName, Run) is null)
        {
            _isLooking = false;
        }

        return true;
    }

    internal void Run()
    {
        // Policy: a look that fails is one that found none.
        var hasFound = false;
        try
        {
            hasFound = Look();
        }
        finally
        {
            (_wasVain, _isLooking) = (!hasFound, false);
        }
    }

    private bool Look()
    {
        var first = capture.Take().Threads.Where(Waits).Select(thread => thread.OSThreadId).Where(IsNew).ToHashSet();
        if (first.Count == 0)
        {
            return false;
        }

        rest(s_long);
        var taken = capture.Take();
        var still = taken.Threads.Where(thread => Waits(thread) && first.Contains(thread.OSThreadId) && thread.WaitsSince >= s_long).ToList();
        if (still.Count == 0)
        {
            return false;
        }

        var waiting = still.Select(thread => thread.OSThreadId).ToHashSet();
        var miss = new NearMiss(NearMissKind.Lock, DateTimeOffset.UtcNow)
        {
            Groups = NearMissGroups.Choose(taken, thread => waiting.Contains(thread.OSThreadId)),
        };
        store.Add(miss);
        _told = waiting.ToDictionary(id => id, cpu);
        Follow(miss);
        return true;
    }

    // The last of them that runs again ends it.
    private void Follow(NearMiss miss)
    {
        miss.Lasted = s_long;
        while (miss.Lasted < s_followed && !_told.Keys.All(IsNew))
        {
            rest(s_step);
            miss.Lasted += s_step;
        }
    }

    private bool IsNew(int thread) => !_told.TryGetValue(thread, out var used) || cpu(thread) != used;

    private static bool Waits(CapturedThread thread) =>
        thread.State is ThreadActivity.WaitingForMonitor or ThreadActivity.WaitingForLock && !NearMissGroups.IsOwn(thread);
}
