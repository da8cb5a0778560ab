using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;

namespace GuruReports.Hosting.Sections.Snapshot;

/// <summary>What the sections that are made of a snapshot have in common.</summary>
internal static class SnapshotSection
{
    private const string NotTaken = "no snapshot was taken";

    /// <summary>A section of a snapshot: complete, or partial when a part that it shows is missing or something that belongs to it is of no known kind.</summary>
    public static ReportSection Of(
        string title, SnapshotResult snapshot, IReadOnlyList<string> parts, string summary, ReportValue? value, params UnknownSubject[] unknown)
    {
        var missing = snapshot.Unavailable.Where(part => parts.Contains(part.Part)).Select(static part => $"{part.Part}: {part.Reason}");
        var reason = string.Join("; ", missing.Concat(UnknownWords.Of(snapshot, unknown)).Concat(snapshot.Notes));
        return new ReportSection
        {
            Title = title,
            Summary = summary,
            Value = value,
            Status = reason.Length == 0 ? SectionStatus.Complete : SectionStatus.Partial,
            Reason = reason.Length == 0 ? null : reason,
            Facts = [snapshot],
        };
    }

    /// <summary>A section without a snapshot: why, and what the stacks alone tell.</summary>
    public static ReportSection Without(string title, ReportContext context, IReadOnlyList<StackGroup> stacks) => new()
    {
        Title = title,
        Status = stacks.Count == 0 ? SectionStatus.Unavailable : SectionStatus.Partial,
        Reason = context.SnapshotUnavailable ?? NotTaken,
        Summary = stacks.Count == 0 ? null : "no snapshot; what the stacks alone tell:",
        Value = stacks.Count == 0 ? null : new ReportStacks(stacks),
    };
}
