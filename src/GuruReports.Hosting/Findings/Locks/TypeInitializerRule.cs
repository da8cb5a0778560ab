using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Locks;

/// <summary>GURU001 on a static constructor: it waits, and other threads wait until it ends.</summary>
internal sealed class TypeInitializerRule : IFindingRule
{
    public IEnumerable<Finding> Evaluate(Report report) => WaitGraph.Of(report).All(WaitNodeKind.Initializer).Select(Describe);

    private static Finding Describe(WaitNode constructor)
    {
        var constructing = constructor.WaitsFor[0].To.Thread!;
        var waiting = constructor.WaitedBy.Select(static edge => edge.From.Thread!).ToList();
        return new Finding
        {
            Id = FindingIds.Deadlock,
            Name = "DEADLOCK",
            Severity = FindingSeverity.Critical,
            Certainty = FindingCertainty.Likely,
            Summary = $"{Measures.Count(waiting.Count, "thread")} wait{(waiting.Count == 1 ? "s" : "")} for a static constructor that waits itself",
            Evidence =
            [
                $"{Words.Thread(constructing)} is in {Words.Frame((CapturedFrame)constructor.Subject!)}, {Blocking.Describe(constructing)}",
                .. Place.Describe(Place.GroupByOwnCode(waiting)),
            ],
            Advice = "A static constructor must not wait for other threads: they stop at the first use of its class. Fill the table in a method that is called at the start, or in a Lazy.",
            Weight = 95,
            Roots = [constructor.Number, constructor.WaitsFor[0].To.Number],
        };
    }
}
