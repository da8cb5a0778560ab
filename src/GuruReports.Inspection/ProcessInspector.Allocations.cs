using GuruReports.Inspection.Capturing;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Threads.Allocations;

namespace GuruReports.Inspection;

public static partial class ProcessInspector
{
    /// <summary>
    /// Starts to watch for a short time what is allocated where and why collections happen, and returns at once. Wants a
    /// capture of the threads in process before it, which shows that stacks can be read.
    /// </summary>
    /// <param name="options">How threads are captured; its deadline is the look's too.</param>
    /// <param name="window">How long to look.</param>
    internal static AllocationWatch WatchAllocations(ThreadCaptureOptions options, AllocationWindow window) =>
        AllocationWatch.Start(ThreadCapturer.Instance, options, window);
}
