using GuruReports.Inspection.CoreClr.Layout;
using GuruReports.Inspection.CoreClr.Sampling;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Threads.Allocations;

namespace GuruReports.Inspection.CoreClr;

/// <summary>Watches allocations by an event session inside the process, and reads the stacks by the tables of the captures.</summary>
internal sealed class AllocationWay(EventSessionApi api, FrameTable frames)
{
    private readonly AllocationSampler _sampler = new(api);
    private readonly AllocationReader _reader = new(frames);

    /// <summary>Watches for a time. Any thread, also while a capture runs.</summary>
    /// <param name="window">How long.</param>
    /// <param name="isAwaited">Tells whether somebody waits.</param>
    /// <param name="deadline">When to end in any case.</param>
    /// <exception cref="WayFailedException">The runtime refused the session.</exception>
    public AllocationBatch Watch(AllocationWindow window, Func<bool> isAwaited, Deadline deadline)
    {
        try
        {
            return _sampler.Take(window, isAwaited, deadline);
        }
        catch (ShapeException error)
        {
            throw new WayFailedException(error.Message, isLasting: false);
        }
    }

    /// <summary>Reads what was watched. While no capture runs.</summary>
    public AllocationCapture Read(AllocationBatch batch, ThreadCaptureOptions options, Deadline deadline) => _reader.Read(batch, options, deadline);
}
