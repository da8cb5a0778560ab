using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Service;

/// <summary>GURU039: work that nobody awaits has ended with an exception that nobody has looked at.</summary>
internal sealed class FaultedTaskRule : IFindingRule
{
    private const int Most = 5;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var collected = (report.Facts<ExceptionFacts>()?.Unobserved ?? []).Where(task => task.Method is not null).ToList();
        var waiting = (report.Facts<SnapshotResult>()?.Async?.Faulted ?? []).Where(task => task.Owner is not CodeOwner.Framework).ToList();
        if (collected.Count + waiting.Count == 0)
        {
            return [];
        }

        var graph = WaitGraph.Of(report);
        var queues = waiting.Select(static task => task.Method).Concat(collected.Select(static task => task.Method!)).Select(TypeOf).Distinct(StringComparer.Ordinal).SelectMany(type => Queues.Missing(graph, type)).DistinctBy(static queue => queue.Node).ToList();
        var count = collected.Sum(task => task.Count) + waiting.Sum(task => task.Count);
        var (type, method) = waiting.Count > 0 ? (waiting[0].ExceptionType, waiting[0].Method) : (collected[0].Type, collected[0].Method);
        return
        [
            new Finding
            {
                Id = FindingIds.FaultedTask,
                Name = "TASK FAILED",
                Severity = FindingSeverity.Warning,
                Certainty = collected.Count > 0 ? FindingCertainty.Certain : FindingCertainty.Likely,
                Summary = $"{Measures.Count(count, "task")} ended with an exception that nobody looked at: {ObjectNames.Short(type ?? "an exception")} in {method}{(collected.Count + waiting.Count > 1 ? " and others" : "")}",
                Evidence = [.. waiting.Take(Most).SelectMany(task => Describe(task, report)), .. collected.Take(Most).SelectMany(Describe), .. queues.Select(static queue => queue.Text)],
                Advice = "Await the task, or catch inside it: what it should have done after that does not happen, and nobody is told.",
                Weight = 73,
                Roots = [.. queues.Select(static queue => queue.Node.Number)],
            },
        ];
    }

    private static string TypeOf(string method) => method[..Math.Max(0, method.LastIndexOf('.'))];

    private static IEnumerable<string> Describe(FaultedTask task, Report report)
    {
        var thrown = report.Facts<ExceptionFacts>()?.Types.FirstOrDefault(type => type.Type == task.ExceptionType);
        yield return $"{task.Count} × async {task.Method} ended with {task.ExceptionType}{(thrown?.Message is { Length: > 0 } message ? $": {message}" : "")}";
        if (thrown?.ThrowSites is [var site, ..])
        {
            yield return $"  thrown in {site.Name}";
        }
    }

    private static IEnumerable<string> Describe(FaultedTaskFacts task)
    {
        yield return $"{task.Count} × {task.Method} ended with {task.Type}";
        if (task.ThrownIn is { } inner && inner != task.Method)
        {
            yield return $"  thrown in {inner}";
        }
    }
}
