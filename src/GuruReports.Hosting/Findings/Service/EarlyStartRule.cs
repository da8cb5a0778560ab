using GuruReports.Hosting.Facts.Host;
using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Service;

/// <summary>GURU017 before the host runs: the program does not get from the registration to the start of its host.</summary>
internal sealed class EarlyStartRule(FindingOptions options) : IFindingRule
{
    private const int MostOwn = 3;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        if (report.Facts<StartFacts>() is not { HasBegun: false, RegisteredFor: { } time } || time < options.StartLimit)
        {
            return [];
        }

        var index = StackIndex.Of(report);
        var main = index.Threads.FirstOrDefault(thread => thread.Role is ThreadRole.Main);
        var call = main is null ? null : Calls.BelowOwnCode(main).FirstOrDefault();
        return
        [
            new Finding
            {
                Id = FindingIds.StuckStart,
                Name = "STUCK START",
                Severity = FindingSeverity.Critical,
                Certainty = main?.TopUserFrame is null ? FindingCertainty.Likely : FindingCertainty.Certain,
                Summary = $"the host has not begun to start, {Measures.Duration(time)} after it was being built{(call is null ? "" : $": the main thread is in {call.Type}.{call.Name}")}",
                Evidence = main is null ? ["the main thread is not among the captured ones"] : [.. Describe(main), .. Behind(main, index)],
                Advice = "Give what is done before the host runs (migrations, warming up, waiting for another service) a time limit, and say in the log what is waited for.",
                Weight = 88,
                Covers = main is null ? [] : WaitGraph.Of(report).Numbers([main]),
            },
        ];
    }

    private static IEnumerable<string> Behind(CapturedThread main, StackIndex index) =>
        (index.Snapshot?.Async?.Chains ?? []).Where(chain => main.ManagedThreadId is { } id && chain.BlockedThreads.Contains(id)).Take(MostOwn).SelectMany(Chains.Describe);

    private static IEnumerable<string> Describe(CapturedThread main)
    {
        var own = OwnMethods.Of(main.Frames).Take(MostOwn).ToList();
        yield return $"{Words.Thread(main)} (main) at {Words.Frame(own.FirstOrDefault())}, {Blocking.Describe(main)}{(main.WaitsFor is { } what ? $" ({what})" : "")}";
        foreach (var line in Calls.Describe(main).Concat(own.Skip(1).Select(frame => $"  called by {Words.Frame(frame)}")))
        {
            yield return line;
        }
    }
}
