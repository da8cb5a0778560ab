using GuruReports.Hosting.Findings.Graph;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings;

/// <summary>
/// Moves a finding that only follows from another one below that one, so that the cause stands alone: what it speaks of stands
/// as long as the roots of the other one do, by the wait graph.
/// </summary>
internal static class Consequences
{
    private const int KeptEvidence = 2;

    /// <summary>
    /// What can follow (left) from what (right) where one of the two is a measure of the whole process: time of the collector,
    /// of the processors and the compiler, memory, and exceptions wait for nobody, so the graph does not tell.
    /// </summary>
    private static readonly Dictionary<string, string[]> s_measures = new(StringComparer.Ordinal)
    {
        [FindingIds.Overload] = [FindingIds.GcPauses],
        [FindingIds.HotThread] = [FindingIds.InducedGc, FindingIds.GcPauses, FindingIds.Exceptions, FindingIds.MemoryLimit],
        [FindingIds.Computing] = [FindingIds.Compiling, FindingIds.InducedGc, FindingIds.GcPauses, FindingIds.Overload, FindingIds.Exceptions, FindingIds.MemoryLimit],
        [FindingIds.Failure] = [FindingIds.Starvation, FindingIds.SyncOverAsync, FindingIds.Exhausted],
        [FindingIds.Finalizer] = [FindingIds.Compiling],
        [FindingIds.GcPauses] = [FindingIds.Compiling, FindingIds.InducedGc, FindingIds.MemoryLimit, FindingIds.MemoryGrowth],
        [FindingIds.Assemblies] = [FindingIds.Compiling],
        [FindingIds.Exceptions] = [FindingIds.Failure, FindingIds.CachedFailure],
        [FindingIds.MachineBusy] = [FindingIds.Overload, FindingIds.HotThread, FindingIds.Throttled],
    };

    /// <summary>Folds consequences into their causes, and says of each root how many requests stand behind it.</summary>
    /// <param name="ordered">The findings, the gravest first.</param>
    /// <param name="report">The report that they are of.</param>
    /// <returns>The findings that remain, in the same order.</returns>
    public static IReadOnlyList<Finding> Fold(IReadOnlyList<Finding> ordered, Report report)
    {
        var graph = ordered.Any(static finding => finding.Roots.Count + finding.Covers.Count > 0) ? WaitGraph.Of(report) : null;
        var kept = new List<Kept>(ordered.Count);
        foreach (var finding in ordered)
        {
            var behind = graph is null || finding.Roots.Count == 0 ? null : graph.Behind([.. graph.Numbered(finding.Roots)]);
            var nodes = graph?.Numbered(finding.Roots.Concat(finding.Covers)).ToList() ?? [];
            if (finding.Id == FindingIds.LongWait && kept.Exists(earlier => earlier.SpeaksOf(nodes)))
            {
                continue;
            }

            if (kept.Find(earlier => Explains(earlier, finding, nodes)) is { } cause)
            {
                cause.Take(finding, behind);
            }
            else
            {
                kept.Add(new Kept(finding, behind));
            }
        }

        return [.. kept.Select(static cause => cause.Tell())];
    }

    // A guess must not hide what is known: a cause that is only suspected explains nothing.
    private static bool Explains(Kept cause, Finding finding, List<WaitNode> nodes) =>
        cause.Finding.Certainty > FindingCertainty.Suspected
        && (cause.Behind?.HoldsMost(nodes) == true
            || (s_measures.TryGetValue(finding.Id, out var causes) && causes.Contains(cause.Finding.Id, StringComparer.Ordinal)
                && (cause.Finding.Severity > finding.Severity || cause.Finding.Weight > finding.Weight)));

    /// <summary>A finding that stands alone, with what follows from it.</summary>
    private sealed class Kept(Finding finding, Backlog? behind)
    {
        private readonly List<string> _consequences = [];

        public Finding Finding => finding;

        public Backlog? Behind => behind;

        /// <summary>Returns whether most of these are told of here, for whatever reason.</summary>
        public bool SpeaksOf(List<WaitNode> nodes) =>
            behind?.HoldsMost(nodes) == true || nodes.Count(node => finding.Roots.Contains(node.Number) || finding.Covers.Contains(node.Number)) * 2 > nodes.Count;

        public void Take(Finding consequence, Backlog? with)
        {
            _consequences.Add($"consequence: {consequence.Name} {consequence.Summary}");
            _consequences.AddRange(consequence.Evidence.Take(KeptEvidence).Select(static line => $"  {line}"));
            if (with is not null)
            {
                behind?.Add(with);
            }
        }

        public Finding Tell() =>
            behind?.Describe() is { } line ? finding with { Evidence = [.. finding.Evidence, line, .. _consequences] }
            : _consequences.Count > 0 ? finding with { Evidence = [.. finding.Evidence, .. _consequences] }
            : finding;
    }
}
