using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Locks;

/// <summary>GURU001 on a static constructor: it waits, and other threads wait until it ends. No lock object shows it, the stacks do.</summary>
internal sealed class TypeInitializerRule : IFindingRule
{
    private const string Constructor = "..cctor";

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var index = StackIndex.Of(report);
        var running = index.Threads.Where(thread => Blocking.IsBlocked(thread) && ConstructorOf(thread) is not null).ToList();
        var waiting = running.Count == 0 ? [] : index.Threads.Where(WaitsForConstructor).ToList();
        return waiting.Count == 0
            ? []
            : running.GroupBy(thread => ConstructorOf(thread)!.Method).Select(group => Describe(group.First(), waiting));
    }

    private static Finding Describe(CapturedThread constructing, List<CapturedThread> waiting) => new()
    {
        Id = FindingIds.Deadlock,
        Name = "DEADLOCK",
        Severity = FindingSeverity.Critical,
        Certainty = FindingCertainty.Likely,
        Summary = $"{Measures.Count(waiting.Count, "thread")} wait{(waiting.Count == 1 ? "s" : "")} for a static constructor that waits itself",
        Evidence =
        [
            $"{Words.Thread(constructing)} is in {Words.Frame(ConstructorOf(constructing))}, {Blocking.Describe(constructing)}",
            .. Place.Describe(Place.GroupByOwnCode(waiting)),
        ],
        Advice = "A static constructor must not wait for other threads: they stop at the first use of its class. Fill the table in a method that is called at the start, or in a Lazy.",
        Weight = 95,
    };

    private static CapturedFrame? ConstructorOf(CapturedThread thread) =>
        thread.Frames.FirstOrDefault(frame => frame.Owner is not CodeOwner.Framework && frame.Method.Contains(Constructor + "(", StringComparison.Ordinal));

    private static bool WaitsForConstructor(CapturedThread thread)
    {
        foreach (var frame in thread.Frames)
        {
            if (frame.Owner is not CodeOwner.Framework)
            {
                return false;
            }

            if (Array.Exists(FrameworkNames.InitializerWaits, type => type == frame.Type))
            {
                return thread.TopUserFrame is not null && thread.State is not ThreadActivity.Running;
            }
        }

        return false;
    }
}
