using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Boundary.Copies;

/// <summary>Copies a section that foreign code made. Runs on the foreign thread, under its limit.</summary>
internal static class SectionCopy
{
    private const int MostFacts = 1_000;
    private const int LongestLine = 4_000;

    /// <summary>Returns the library's own section; null for null.</summary>
    public static ReportSection? Of(ReportSection? section, CancellationToken cancellation)
    {
        if (section is null)
        {
            return null;
        }

        var budget = new CopyBudget(cancellation);
        var value = section.Value is null ? null : new ValueCopy(budget).Of(section.Value);
        return new ReportSection
        {
            Title = Line(section.Title) ?? "",
            Host = Line(section.Host),
            Value = value,
            Summary = Line(section.Summary),
            Status = StatusOf(section.Status, budget),
            Reason = Join(Line(section.Reason), budget.Cut),
            Facts = budget.Sequence(section.Facts, fact => fact, MostFacts).Where(IsForeign).ToList().AsReadOnly(),
        };
    }

    // The built-in rules believe the library's own facts, lists and all: those of other sections are not passed on.
    private static bool IsForeign(object fact) => fact.GetType().Assembly != typeof(SectionCopy).Assembly;

    private static SectionStatus StatusOf(SectionStatus status, CopyBudget budget)
    {
        var known = Enum.IsDefined(status) ? status : SectionStatus.Partial;
        return known is SectionStatus.Complete && budget.Cut is not null ? SectionStatus.Partial : known;
    }

    private static string? Line(string? text) => text is null ? null : BoundedText.Cut(text, LongestLine);

    private static string? Join(string? reason, string? cut) => reason is null ? cut : cut is null ? reason : $"{reason}; {cut}";
}
