using GuruReports.Inspection.Boundary;
using GuruReports.Inspection.Threads;

namespace GuruReports.Hosting.History.NearMisses;

/// <summary>Captures who stands where while a near miss lasts, on a thread of its own that nobody waits for.</summary>
/// <param name="capture">Captures the threads within its own deadline.</param>
internal sealed class NearMissCapture(Func<ThreadCapture> capture)
{
    /// <summary>The name of the threads that capture.</summary>
    public const string ThreadName = "guru-near-miss";

    // What stops the service for longer than this is no help for it.
    private static readonly TimeSpan s_costly = TimeSpan.FromMilliseconds(20);

    private volatile bool _isCostly;

    /// <summary>Gets whether the last capture stopped the service for longer than is worth it.</summary>
    public bool IsCostly => _isCostly;

    /// <summary>Begins to capture. Returns at once.</summary>
    public void Start(NearMiss miss)
    {
        if (LibraryThread.TryStart(ThreadName, () => Run(miss)) is null)
        {
            miss.Missing = "the process could have no further thread";
        }
    }

    /// <summary>Captures now.</summary>
    public ThreadCapture Take()
    {
        var taken = capture();
        _isCostly = taken.Paused > s_costly;
        return taken;
    }

    internal void Run(NearMiss miss)
    {
        // Policy: a near miss without stacks is still one.
        try
        {
            var taken = Take();
            miss.Groups = NearMissGroups.Choose(taken, thread => miss.Kind is not NearMissKind.Pool || thread.Role is ThreadRole.PoolWorker);
            miss.Missing = taken.UnavailableReason ?? (miss.Groups.Count == 0 ? "no thread of the service stood or ran anywhere when they were captured" : null);
        }
        catch (Exception exception)
        {
            miss.Missing = $"the capture failed: {exception.GetType().Name}";
        }
    }
}
