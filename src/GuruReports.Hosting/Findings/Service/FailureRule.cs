using GuruReports.Hosting.Facts.Resources;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Hosting.Findings.Resources;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Service;

/// <summary>GURU035: what the service needs of the world outside fails again and again: a peer, a name, the disk, descriptors.</summary>
internal sealed class FailureRule(FindingOptions options) : IFindingRule
{
    private const int Recurring = 3;
    private const int MostSites = 3;
    private const int MostTargets = 3;
    private static readonly TimeSpan s_fresh = TimeSpan.FromMinutes(2);

    public IEnumerable<Finding> Evaluate(Report report)
    {
        foreach (var kind in (report.Facts<ExceptionFacts>()?.Types ?? []).Where(type => type.Kind is not FailureKind.None).GroupBy(type => type.Kind))
        {
            // What is wrapped was counted by itself before; a type that only its name classifies may be all there is.
            var thrown = kind.Where(type => !type.IsWrapped).ToList();
            var counted = thrown.Count > 0 ? thrown : [.. kind];
            if (kind.Key is FailureKind.DiskFull && FullDisks.ExplainFailures(report, options))
            {
                continue;
            }

            if (counted.Sum(type => type.Count) >= Recurring && GoesOn(counted, report.CreatedAt))
            {
                yield return Describe(kind.Key, counted, [.. kind], report);
            }
        }
    }

    // Work that is tried again every few minutes fails as surely as work that is tried each second.
    private static bool GoesOn(List<ThrownTypeFacts> types, DateTimeOffset now)
    {
        var (first, last, count) = (types.Min(type => type.FirstAt), types.Max(type => type.LastAt), types.Sum(type => type.Count));
        return last is { } end && now - end <= (first is { } begin && count > 1 && (end - begin) / (count - 1) * 2 is var usual && usual > s_fresh ? usual : s_fresh);
    }

    private static Finding Describe(FailureKind kind, List<ThrownTypeFacts> counted, List<ThrownTypeFacts> all, Report report)
    {
        var targets = all.SelectMany(type => type.Targets).GroupBy(target => target.Name, StringComparer.Ordinal).OrderByDescending(group => group.Sum(target => target.Count)).Select(group => group.Key).ToList();
        var count = counted.Sum(type => type.Count);
        var (first, last) = (counted.Min(type => type.FirstAt), counted.Max(type => type.LastAt));
        var often = first is { } begin && last is { } end && end > begin ? $", {count} times in {Measures.Duration(end - begin)}" : $", {count} times";
        var ago = last is { } at && report.CreatedAt > at ? $", the last time {Measures.Duration(report.CreatedAt - at)} before this report" : "";
        return new Finding
        {
            Id = FindingIds.Failure,
            Name = "FAILING",
            Severity = IsOwnLimit(kind, all) || MayBeTriedAgain(kind, all) ? FindingSeverity.Information : FindingSeverity.Warning,
            Certainty = counted.Exists(type => type.IsWrapped || TellsByCode(type)) ? FindingCertainty.Certain : FindingCertainty.Likely,
            Summary = $"{FailureWords.Summarize(kind, targets.FirstOrDefault())}{often}{ago}",
            Evidence =
            [
                .. targets.Count > 1 ? new[] { $"also: {string.Join(", ", targets.Skip(1).Take(MostTargets))}" } : [],
                .. all.OrderBy(type => type.IsWrapped).ThenByDescending(type => type.Count).Take(MostSites).SelectMany(FailureWords.Describe),
                .. kind is FailureKind.DiskFull ? Disks(report) : [],
            ],
            Advice = FailureWords.Advice(kind),
            Weight = kind is FailureKind.TimedOut ? 50 : 72,
        };
    }

    // Room enough now: it was freed meanwhile, or a quota refuses what the disk would take.
    private static IEnumerable<string> Disks(Report report) => (report.Facts<ResourceFacts>()?.Disks ?? [])
        .Where(static disk => disk.Purpose == DiskFacts.WritingFailed)
        .Select(static disk => disk.Available is { } available
            ? $"at {disk.Path}: {Measures.Size(available)}{(disk.InodesAvailable is { } files ? $" and {Measures.Grouped(files)} files" : "")} are free now: it was freed meanwhile, or a quota refuses it"
            : $"at {disk.Path}: free space unknown, {disk.Problem}");

    // A time limit that code sets itself (WaitAsync) and catches is how some loops wait.
    private static bool IsOwnLimit(FailureKind kind, List<ThrownTypeFacts> types) =>
        kind is FailureKind.TimedOut && types.TrueForAll(type => type is { IsWrapped: false } && type.Type == typeof(TimeoutException).FullName);

    // A client asks again by itself on another connection, where a server has closed one that was kept: then no code of the service ever sees it.
    private static bool MayBeTriedAgain(FailureKind kind, List<ThrownTypeFacts> types) =>
        kind is FailureKind.BrokenAnswer && !types.Exists(static type => type.ThrowSites.Any(static site => site.Name.Contains(" awaited by ", StringComparison.Ordinal)));

    private static bool TellsByCode(ThrownTypeFacts type) => type.Type.StartsWith("System.", StringComparison.Ordinal);
}
