using System.Text.RegularExpressions;
using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Pool;

/// <summary>GURU023: threads of one kind pile up.</summary>
internal sealed partial class ThreadsRule(FindingOptions options) : IFindingRule
{
    private const int Some = 20;
    private const double Most = 0.8;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var graph = WaitGraph.Of(report);
        var own = graph.Stacks.Threads.Where(thread => !thread.IsThreadPool && thread.Role is ThreadRole.User or ThreadRole.Unknown or ThreadRole.Native).ToList();
        foreach (var kind in Kinds(own).Where(kind => kind.Count >= options.EqualThreads || IsMost(kind, own)).OrderByDescending(kind => kind.Count))
        {
            yield return Describe(kind, kind.Count >= options.EqualThreads ? FindingSeverity.Warning : FindingSeverity.Information) with { Covers = graph.Numbers(kind) };
        }
    }

    // Fewer are worth knowing where they are nearly all that the service has started, and hang in the same call.
    private static bool IsMost(List<CapturedThread> kind, List<CapturedThread> own) =>
        kind.Count >= Some && kind.Count >= own.Count * Most && kind[0].TopUserFrame is not null && kind.TrueForAll(thread => Blocking.IsBlocked(thread) && !Blocking.WaitsForLock(thread) && !Blocking.WaitsForQueue(thread));

    // Methods that the compiler built into a framework method leave no frame: such threads go with those of their name.
    private static List<List<CapturedThread>> Kinds(IEnumerable<CapturedThread> threads)
    {
        var kinds = threads.GroupBy(thread => thread.TopUserFrame?.Method).ToDictionary(kind => kind.Key ?? "", kind => kind.ToList(), StringComparer.Ordinal);
        if (!kinds.Remove("", out var without))
        {
            return [.. kinds.Values];
        }

        var byName = kinds.Values.OrderByDescending(kind => kind.Count).GroupBy(kind => NameOf(kind[0]), StringComparer.Ordinal).ToDictionary(kind => kind.Key, kind => kind.First(), StringComparer.Ordinal);
        var rest = new List<List<CapturedThread>>();
        foreach (var named in without.GroupBy(NameOf, StringComparer.Ordinal))
        {
            if (named.Key.Length > 0 && byName.TryGetValue(named.Key, out var kind))
            {
                kind.AddRange(named);
            }
            else
            {
                rest.Add([.. named]);
            }
        }

        return [.. kinds.Values, .. rest];
    }

    private static Finding Describe(List<CapturedThread> threads, FindingSeverity severity)
    {
        var youngest = threads.Min(thread => thread.Age);
        var oldest = threads.Max(thread => thread.Age);
        var name = threads[0].Name is { Length: > 0 } text ? $"named like \"{Ids().Replace(text, "…")}\"" : "that do the same";
        return new Finding
        {
            Id = FindingIds.Threads,
            Name = "THREADS",
            Severity = severity,
            Certainty = FindingCertainty.Likely,
            Summary = $"{threads.Count} threads {name} have piled up",
            Evidence =
            [
                .. Place.Describe(Place.GroupByOwnCode(threads)),
                .. oldest is { } old && youngest is { } young ? new[] { $"the oldest started {Measures.Duration(old)} ago, the youngest {Measures.Duration(young)} ago" } : [],
            ],
            Advice = "Bound how many are started, and give what they wait for a time limit. Each one keeps its stack.",
            Weight = 45,
        };
    }

    private static string NameOf(CapturedThread thread) => Digits().Replace(Ids().Replace(thread.Name ?? thread.OSName ?? "", "#"), "#");

    // Ids that differ from one to the next, as a GUID does.
    [GeneratedRegex("[0-9a-fA-F]{8}(?:-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}")]
    private static partial Regex Ids();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
