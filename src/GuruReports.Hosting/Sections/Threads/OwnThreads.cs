using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;

namespace GuruReports.Hosting.Sections.Threads;

/// <summary>Sets the threads of this library apart: a report is about the service. Pure.</summary>
internal static class OwnThreads
{
    private static readonly string[] s_assemblies = ["GuruReports.Hosting", "GuruReports.Inspection", "GuruReports.Reporting"];

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

    // One that runs a section of the service's own counts as the service's.
    private static bool IsOwn(CapturedThread thread)
    {
        var isOurs = thread.IsCapturing;
        foreach (var frame in thread.Frames)
        {
            if (Array.IndexOf(s_assemblies, frame.Assembly) >= 0)
            {
                isOurs = true;
            }
            else if (frame.Owner is not CodeOwner.Framework)
            {
                return false;
            }
        }

        return isOurs;
    }
}
