namespace GuruReports.Reporting.Model;

/// <summary>One member of a <see cref="StackGroup"/>.</summary>
/// <param name="Label">What text shows for it, short (for example <c>#31 "stack-worker-2"</c>).</param>
/// <param name="Details">All that is known of it, for the structured formats.</param>
public sealed record StackMember(string Label, IReadOnlyList<ReportEntry> Details);
