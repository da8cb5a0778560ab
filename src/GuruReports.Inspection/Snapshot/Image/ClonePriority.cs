using GuruReports.Inspection.Native;
using GuruReports.Inspection.Snapshot.Budget;

namespace GuruReports.Inspection.Snapshot.Image;

/// <summary>
/// Puts the calling thread before all others while it clones, where the service may do that (CAP_SYS_NICE): a clone that
/// is preempted holds up the page faults of all threads until it gets a processor again. Measured with eight busy threads
/// on two processors: 45 to 85 ms instead of 110 to 175 ms for 2 GB.
/// </summary>
internal readonly ref struct ClonePriority
{
    private const int Process = 0, Highest = -20;

    private readonly int _previous;
    private readonly bool _isRaised;

    private ClonePriority(int previous, bool isRaised)
    {
        _previous = previous;
        _isRaised = isRaised;
    }

    public static ClonePriority Enter()
    {
        // A filter may end the process for the attempt: services whose priority is nobody's business have one.
        if (SystemLimits.HasFilter)
        {
            return default;
        }

        var previous = Libc.getpriority(Process, 0);
        return new ClonePriority(previous, Libc.setpriority(Process, 0, Highest) == 0);
    }

    /// <summary>Gives the image the priority that the thread had: its end must not displace anybody.</summary>
    public void Spare(int image)
    {
        if (_isRaised)
        {
            _ = Libc.setpriority(Process, image, _previous);
        }
    }

    public void Dispose() => Spare(0);
}
