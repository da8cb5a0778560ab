using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Memory;

/// <summary>GURU008: code asks for collections, again and again.</summary>
internal sealed class InducedGcRule(FindingOptions options) : IFindingRule
{
    private const int MostPlaces = 3;
    private static readonly string[] s_asking = ["Collect", "_Collect", "GetTotalMemory", "WaitForPendingFinalizers", "_WaitForPendingFinalizers", "AddMemoryPressure"];

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var asking = Requests(StackIndex.Of(report)).ToList();
        var seen = WhoAllocates.Induced(report);
        if (asking.Count == 0 && seen is null)
        {
            return [];
        }

        if (report.Facts<RuntimeFacts>() is null)
        {
            return Uncounted(report, asking) is { } often ? [Describe(report, asking, often, CollectorPauses.NotCounted, FindingSeverity.Critical)] : [];
        }

        if (Lately.Of(report) is not { Collections: { Count: > 2 } collections, Interval: { Ticks: > 0 } interval } change)
        {
            return [];
        }

        var rate = collections[2] / interval.TotalSeconds;
        return rate < options.InducedCollectionsPerSecond
            ? []
            : [Describe(
                report,
                asking,
                $"{Words.Number(rate)} a second, {Words.Percent(change.PauseShare)} of the time in pauses",
                $"{Measures.Count(collections[2], "collection")} of generation 2 in {Measures.Duration(interval)}",
                change.PauseShare >= options.PauseShare ? FindingSeverity.Critical : FindingSeverity.Warning)];
    }

    // Pauses all the time may leave no time to say how many: they show in the making of the report, or a thread that does nothing else says it.
    private string? Uncounted(Report report, List<Request> asking) =>
        CollectorPauses.WhileReporting(report) is { } share && share >= options.PauseShare ? $"{Words.Percent(share)} of the time in pauses"
        : asking.Any(request => request.CpuShare >= options.HotThreadShare) ? "all the time, as the CPU time of its thread shows"
        : null;

    private static Finding Describe(Report report, List<Request> asking, string often, string counted, FindingSeverity severity) => new()
    {
        Id = FindingIds.InducedGc,
        Name = "INDUCED GC",
        Severity = severity,
        Summary = $"{(asking.Count > 0 || WhoAllocates.IsAskedByService(report) ? "code of the service" : "code")} asks for full collections: {often}",
        Evidence = [.. asking.GroupBy(request => request.Place).OrderByDescending(place => place.Count()).Take(MostPlaces).Select(Describe), .. WhoAllocates.Causes(report), counted],
        Advice = "Remove the call: the collector knows better when to run. For a metric, GC.GetTotalMemory(false) costs nothing.",
        Weight = 55,
    };

    private static string Describe(IGrouping<string, Request> place) =>
        $"{place.Key} → GC.{place.First().Method}: {Words.Some([.. place], request => request.Thread)}";

    // A capture can only stop threads between two collections, often just after the call: the snapshot sees them within it too.
    private static IEnumerable<Request> Requests(StackIndex index)
    {
        var captured = index.Threads.Select(Request.Of).OfType<Request>().ToList();
        var imaged = (index.Snapshot?.Threads ?? []).Select(thread => Request.Of(thread, index.ById(thread.ManagedId))).OfType<Request>();
        return captured.Concat(imaged).DistinctBy(request => request.OSThreadId);
    }

    /// <summary>A thread that asks for a collection.</summary>
    private sealed record Request(long OSThreadId, string Thread, string Place, string Method, double? CpuShare)
    {
        public static Request? Of(CapturedThread thread)
        {
            var asks = thread.Frames.TakeWhile(frame => frame.Owner is CodeOwner.Framework).FirstOrDefault(frame => frame.Type == FrameworkNames.Collector && s_asking.Contains(frame.Name, StringComparer.Ordinal));
            return asks is not null && thread.TopUserFrame is { } own
                ? new Request(thread.OSThreadId, Words.Thread(thread), Words.Frame(own), asks.Name!.TrimStart('_'), thread.CpuShare)
                : null;
        }

        public static Request? Of(SnapshotThread thread, CapturedThread? captured)
        {
            var asks = thread.Frames.TakeWhile(frame => frame.Owner is CodeOwner.Framework).Select(NameOfCollectorMethod).FirstOrDefault(name => s_asking.Contains(name, StringComparer.Ordinal));
            return asks is not null && Blame.Frames(thread.Frames).FirstOrDefault() is { } own
                ? new Request(thread.OsThreadId, Words.Thread(thread.ManagedId, thread.Name, thread.OsThreadId), Words.Frame(own), asks.TrimStart('_'), captured?.CpuShare)
                : null;
        }

        private static string? NameOfCollectorMethod(SnapshotFrame frame) =>
            frame.Method.StartsWith($"{FrameworkNames.Collector}.", StringComparison.Ordinal) ? frame.Method[(FrameworkNames.Collector.Length + 1)..].Split('(', 2)[0] : null;
    }
}
