using GuruReports.Reporting.Model;
using GuruReports.Reporting.Vocabulary;

namespace GuruReports.Reporting.Rendering.Limits;

/// <summary>Cuts a report to a size before it is rendered, so that every format stays whole: small sections keep all, large ones share what is left.</summary>
internal static class ReportLimiter
{
    private const long LeastPart = 16 * ModelCost.Around;

    private const int LongestIdentity = 256;

    private const int RoomToSaySo = 40;

    private const int MinimalIdentity = 64;

    private const int MinimalText = 120;

    private const int MinimalFindings = 3;

    /// <summary>Returns the report, or one whose parts fit in about the given room.</summary>
    /// <param name="report">The report.</param>
    /// <param name="room">The bytes that the parts may take, as <paramref name="cost"/> counts them.</param>
    /// <param name="limit">The limit to name where something was cut.</param>
    /// <param name="cost">What things cost in the format at hand.</param>
    /// <returns>The report; where it was cut, its sections and notes say what is missing.</returns>
    public static Report Limit(Report report, long room, long limit, ModelCost cost)
    {
        long[] costs = [Findings(report), ModelCost.Of(report.Notes), .. report.Sections.Select(cost.Of)];
        var shares = FairShares.Of(costs, room, LeastPart);
        if (shares.Level == long.MaxValue)
        {
            return WithShortIdentity(report);
        }

        var notes = new List<string>();
        var findings = CutFindings(report, shares.Level, limit, notes);
        var kept = Math.Max(0, shares.Kept - 2);
        var sections = report.Sections.Take(kept).Select(section => CutSection(section, shares.Level, limit, cost, notes)).ToList();
        if (kept < report.Sections.Count)
        {
            notes.Add($"{Measures.Count(report.Sections.Count - kept, "section")} cut to keep the report within {Measures.Size(limit)}");
        }

        var earlier = TextCutter.CutAll(report.Notes, "note", shares.Level, new Cuttings());
        return WithShortIdentity(report) with { Findings = findings, Sections = sections, Notes = [.. earlier, .. notes] };
    }

    /// <summary>Returns who, why, when and the gravest findings of a report, and nothing else; for when nothing more fits.</summary>
    public static Report Minimal(Report report, long limit) => WithShortIdentity(report, MinimalIdentity) with
    {
        Findings = report.Findings.Take(MinimalFindings).Select(finding => new Finding
        {
            Id = Short(finding.Id, MinimalText),
            Name = Short(finding.Name, MinimalText),
            Severity = finding.Severity,
            Certainty = finding.Certainty,
            Summary = Short(finding.Summary, MinimalText),
        }).ToList(),
        Sections = [],
        Notes = [$"all sections were cut to keep the report within {Measures.Size(limit)}"],
    };

    private static long Findings(Report report) => report.Findings.Sum(ModelCost.Of);

    private static Report WithShortIdentity(Report report, int longest = LongestIdentity) => report with
    {
        Id = Short(report.Id, longest),
        Reason = Short(report.Reason, longest),
        Service = report.Service with
        {
            Name = Short(report.Service.Name, longest),
            Version = report.Service.Version is null ? null : Short(report.Service.Version, longest),
            MachineName = Short(report.Service.MachineName, longest),
        },
    };

    // What was cut once fits, with the words that say so: a report that was read back must not be cut again.
    private static string Short(string text, int room) => ModelCost.Of(text) <= room + ModelCost.Around ? text : TextCutter.Cut(text, room - RoomToSaySo, new Cuttings());

    private static IReadOnlyList<Finding> CutFindings(Report report, long level, long limit, List<string> notes)
    {
        var costs = report.Findings.Select(ModelCost.Of).ToArray();
        var shares = FairShares.Of(costs, level, LeastPart);
        if (shares.Level == long.MaxValue)
        {
            return report.Findings;
        }

        var cuttings = new Cuttings();
        cuttings.Add("finding", costs.Length - shares.Kept, costs.Skip(shares.Kept).Sum());
        var findings = report.Findings.Take(shares.Kept).Select(finding => finding with
        {
            Summary = TextCutter.Cut(finding.Summary, shares.Level / 4, cuttings),
            Advice = TextCutter.CutOptional(finding.Advice, shares.Level / 4, cuttings),
            Evidence = TextCutter.CutAll(finding.Evidence, "line of evidence", shares.Level / 2, cuttings),
        }).ToList();
        notes.Add($"Findings: {Said(cuttings, limit)}");
        return findings;
    }

    private static ReportSection CutSection(ReportSection section, long level, long limit, ModelCost cost, List<string> notes)
    {
        if (cost.Of(section) <= level)
        {
            return section;
        }

        var cuttings = new Cuttings();
        var title = TextCutter.Cut(section.Title, level / 4, cuttings);
        var summary = TextCutter.CutOptional(section.Summary, level / 4, cuttings);
        var reason = TextCutter.CutOptional(section.Reason, level / 4, cuttings);
        var rest = level - cost.Of(section with { Title = title, Summary = summary, Reason = reason, Value = null });
        var value = section.Value is null ? null : new ValueCutter(cost, cuttings).Cut(section.Value, Math.Max(0, rest));
        var said = Said(cuttings, limit);
        notes.Add($"{title}: {said}");
        return section with
        {
            Title = title,
            Summary = summary,
            Value = value,
            Status = section.Status is SectionStatus.Complete ? SectionStatus.Partial : section.Status,
            Reason = reason is null ? said : $"{reason}; {said}",
        };
    }

    private static string Said(Cuttings cuttings, long limit) => $"{cuttings} cut to keep the report within {Measures.Size(limit)}";
}
