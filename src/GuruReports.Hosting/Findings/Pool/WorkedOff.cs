using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Snapshot.Model.Queues;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Pool;

/// <summary>A queue with something in it that a thread reads: whether it gets on with that, only the previous report tells.</summary>
/// <param name="Text">The queue, how much is in it, and whether something was taken out since the previous report.</param>
/// <param name="IsMoving">Whether something was.</param>
internal sealed record WorkedOff(string Text, bool IsMoving)
{
    /// <summary>Returns what a thread works off; null when that is nothing known.</summary>
    public static WorkedOff? By(Report report, CapturedThread thread)
    {
        if (thread.ManagedThreadId is not { } id
            || WaitGraph.Of(report).All(WaitNodeKind.Queue).Select(static node => (LibraryQueue)node.Subject!).FirstOrDefault(queue => queue.Length > 0 && queue.ReaderThreads.Contains(id)) is not { } queue)
        {
            return null;
        }

        var change = report.Facts<QueueFacts>()?.Changes.GetValueOrDefault(queue.Address);
        var since = change?.IsUntaken switch { true => ", and nothing was taken out since the previous report", false => ", and it has got on with it since the previous report", null => "" };
        return new WorkedOff($"reads {Queues.Name(queue)}, {Measures.Grouped(queue.Length)} in it{since}", change?.IsUntaken == false);
    }
}
