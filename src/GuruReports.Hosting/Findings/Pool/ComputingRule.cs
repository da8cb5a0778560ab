using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Pool;

/// <summary>GURU037: one method of the service takes much of the CPU, on whichever threads it runs.</summary>
internal sealed class ComputingRule : IFindingRule
{
    private const double Some = 0.05;
    private const double Much = 0.5;
    private const int MostPlaces = 2;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var index = StackIndex.Of(report);
        var hot = index.Threads
            .Where(thread => Wanted(thread) >= Some && thread.TopUserFrame is not null && (!Blocking.IsBlocked(thread) || Blocking.UsesCpu(thread)))
            .GroupBy(thread => thread.TopUserFrame!.Method, StringComparer.Ordinal)
            .Select(group => new Hot([.. group.OrderByDescending(Wanted)], group.Sum(Wanted)))
            .Where(group => group.Share > Much && Blocking.HadCpu(group.Threads))
            .OrderByDescending(group => group.Share)
            .ToList();
        if (hot.Count == 0)
        {
            return [];
        }

        var processors = report.Facts<RuntimeFacts>()?.ProcessorCount;
        var first = hot[0].Threads[0].TopUserFrame!;
        return
        [
            new Finding
            {
                Id = FindingIds.Computing,
                Name = "COMPUTING",
                Severity = FindingSeverity.Information,
                Certainty = FindingCertainty.Likely,
                Summary = $"{Words.Share(hot[0].Share)}{(processors is { } all ? $" of {Measures.Count(all, "CPU")}" : " CPUs")} {(hot[0].Share >= 2 ? "go" : "goes")} into {first.Type}.{first.Name}, on {Measures.Count(hot[0].Threads.Count, "thread")}",
                Evidence = [.. hot.Take(MostPlaces).SelectMany(group => Describe(report, group)), .. Allocation.Describe(report)],
                Advice = "If this is more work than the service has to do, look at what it loops over and whether that grows.",
                Weight = 41,
                Covers = WaitGraph.Of(report).Numbers(hot.SelectMany(static group => group.Threads)),
            },
        ];
    }

    // On a busy machine a thread gets less than it wants: the time in which it was ready counts as if it had run.
    private static double Wanted(CapturedThread thread) => Blocking.Demand(thread) ?? 0;

    private static IEnumerable<string> Describe(Report report, Hot group)
    {
        var thread = group.Threads[0];
        var own = OwnMethods.Of(thread.Frames).Take(2).ToList();
        yield return $"{Words.Share(group.Share)} of a CPU at {Words.Frame(own[0])}: {Words.Threads(group.Threads)}";
        foreach (var line in Calls.Describe(thread))
        {
            yield return line;
        }

        if (own.Count > 1)
        {
            yield return $"  called by {Words.Frame(own[1])}";
        }

        if (WorkedOff.By(report, thread) is { } queue)
        {
            yield return $"  {queue.Text}";
        }
    }

    private sealed record Hot(List<CapturedThread> Threads, double Share);
}
