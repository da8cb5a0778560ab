using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Service;

/// <summary>GURU039: work that nobody awaits has ended with an exception that nobody has looked at.</summary>
internal sealed class FaultedTaskRule : IFindingRule
{
    private const int Most = 5;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var collected = (report.Facts<ExceptionFacts>()?.Unobserved ?? []).Where(task => task.Method is not null).ToList();
        if (collected.Count == 0)
        {
            return [];
        }

        var first = collected[0];
        var count = collected.Sum(task => task.Count);
        return
        [
            new Finding
            {
                Id = FindingIds.FaultedTask,
                Name = "TASK FAILED",
                Severity = FindingSeverity.Warning,
                Certainty = FindingCertainty.Certain,
                Summary = $"{Words.Count(count, "task")} ended with an exception that nobody looked at: {Words.ShortType(first.Type)} in {first.Method}{(collected.Count > 1 ? " and others" : "")}",
                Evidence = [.. collected.Take(Most).SelectMany(Describe)],
                Advice = "Await the task, or catch inside it: what it should have done after that does not happen, and nobody is told.",
                Weight = 73,
            },
        ];
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
