using GuruReports.Inspection.Threads;

namespace GuruReports.Inspection.CoreClr;

/// <summary>A way of taking the stacks of all managed threads. Used by one thread at a time.</summary>
internal interface IStackWay
{
    /// <summary>Gets the way's name in the capture.</summary>
    ThreadCaptureMethod Method { get; }

    /// <summary>Gets the way of watching allocations that goes with it; null where there is none, or none that a capture has proven.</summary>
    AllocationWay? Allocations => null;

    /// <summary>Takes the stacks.</summary>
    /// <exception cref="WayFailedException">The way does not work here, or not now.</exception>
    CapturedStacks Capture(ThreadCaptureOptions options, Deadline deadline);
}
