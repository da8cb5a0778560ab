using GuruReports.Inspection.Snapshot.Protocol;
using GuruReports.Inspection.Threads;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;

namespace GuruReports.Hosting.Sections.Threads;

/// <summary>Sets the threads of this library apart: a report is about the service. Pure.</summary>
internal static class OwnThreads
{
    /// <summary>Returns the capture without the library's own threads.</summary>
    public static ThreadCapture Without(ThreadCapture capture) => capture with { Threads = [.. capture.Threads.Where(thread => !IsOwn(thread))] };

    /// <summary>Returns one line for the library's own threads; empty when there are none.</summary>
    public static IReadOnlyList<StackGroup> Show(ThreadCapture capture)
    {
        var own = capture.Threads.Where(IsOwn).ToList();
        return own.Count == 0
            ? []
            : [new StackGroup { Count = own.Count, Noun = "thread", State = "making this report", Members = [.. own.Select(ThreadMemberView.Show)], Idle = true }];
    }

    // A thread without a frame, as all are where stacks cannot be had, tells by its name alone whose it is.
    private static bool IsOwn(CapturedThread thread) =>
        OwnFrames.AreAll(thread.Frames, thread.IsCapturing || (thread.Frames.Count == 0 && thread.OSName?.StartsWith(LibraryThreads.Prefix, StringComparison.Ordinal) == true));
}
