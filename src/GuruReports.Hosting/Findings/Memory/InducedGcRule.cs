using GuruReports.Hosting.Model;
using GuruReports.Hosting.Model.Facts;
using GuruReports.Inspection.Threads;

namespace GuruReports.Hosting.Findings.Memory;

/// <summary>GURU008: code asks for collections, again and again.</summary>
internal sealed class InducedGcRule(FindingOptions options) : IFindingRule
{
    private static readonly string[] s_asking = ["Collect", "_Collect", "GetTotalMemory", "WaitForPendingFinalizers", "_WaitForPendingFinalizers", "AddMemoryPressure"];

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var asking = StackIndex.Of(report).Threads.Where(AsksForCollection).ToList();
        if (asking.Count == 0)
        {
            return [];
        }

        if (report.Facts<RuntimeFacts>() is not { } runtime)
        {
            // Pauses all the time may leave no time to say how many: a thread that does nothing else says it.
            return asking.Any(thread => thread.CpuShare >= options.HotThreadShare)
                ? [Describe(asking, "all the time, as the CPU time of its thread shows", "the collections could not be counted: the section Runtime is missing", FindingSeverity.Critical)]
                : [];
        }

        if (runtime.Change is not { Collections: { Count: > 2 } collections, Interval: { Ticks: > 0 } interval } change)
        {
            return [];
        }

        var rate = collections[2] / interval.TotalSeconds;
        return rate < options.InducedCollectionsPerSecond
            ? []
            : [Describe(
                asking,
                $"{Words.Number(rate)} a second, {Words.Percent(change.PauseShare)} of the time in pauses",
                $"{Words.Count(collections[2], "collection")} of generation 2 in {Words.Duration(interval)}",
                change.PauseShare >= options.PauseShare ? FindingSeverity.Critical : FindingSeverity.Warning)];
    }

    private static Finding Describe(List<CapturedThread> asking, string often, string counted, FindingSeverity severity) => new()
    {
        Id = FindingIds.InducedGc,
        Name = "INDUCED GC",
        Severity = severity,
        Summary = $"code of the service asks for full collections: {often}",
        Evidence = [.. Place.GroupByOwnCode(asking).Take(3).Select(Describe), counted],
        Advice = "Remove the call: the collector knows better when to run. For a metric, GC.GetTotalMemory(false) costs nothing.",
        Weight = 55,
    };

    private static bool AsksForCollection(CapturedThread thread) => Asking(thread) is not null;

    private static CapturedFrame? Asking(CapturedThread thread)
    {
        foreach (var frame in thread.Frames)
        {
            if (frame.IsUserCode)
            {
                return null;
            }

            if (frame.Type == "System.GC" && s_asking.Contains(frame.Name, StringComparer.Ordinal) && thread.TopUserFrame is not null)
            {
                return frame;
            }
        }

        return null;
    }

    private static string Describe(Place place) =>
        $"{Words.Frame(place.Frame)} → GC.{Asking(place.Threads[0])!.Name!.TrimStart('_')}: {Words.Threads(place.Threads)}";
}
