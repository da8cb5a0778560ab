namespace GuruReports.Reporting.Model.Stacks;

/// <summary>One member of a <see cref="StackGroup"/>.</summary>
public sealed record StackMember
{
    /// <summary>Makes one, of what its properties tell.</summary>
    public StackMember(string label, IReadOnlyList<ReportEntry> details) =>
        (Label, Details) = (label, details);

    /// <summary>Gets what text shows for it, short (for example <c>#31 "stack-worker-2"</c>).</summary>
    public string Label { get; init; }

    /// <summary>Gets all that is known of it, for the structured formats.</summary>
    public IReadOnlyList<ReportEntry> Details { get; init; }
}
