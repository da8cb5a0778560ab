namespace GuruReports.Hosting.Pipeline.Collecting;

/// <summary>A section that a report is going to have.</summary>
/// <param name="Generator">Makes it.</param>
/// <param name="Title">Its title, read when the host started.</param>
/// <param name="Host">The host it speaks of; null for the whole process.</param>
internal sealed record PlannedSection(IReportGenerator Generator, string Title, string? Host)
{
    /// <summary>Gets the name under which the section is quarantined when it hangs.</summary>
    public string Name { get; init; } = Host is null ? Title : Host + "/" + Title;
}
