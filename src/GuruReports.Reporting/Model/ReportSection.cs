namespace GuruReports.Reporting.Model;

/// <summary>One section of a report: a title and a value, or the reason why there is none.</summary>
public sealed record ReportSection
{
    /// <summary>Gets the title, as its generator names it.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the host that the section speaks of; null when it speaks of the whole process.</summary>
    public string? Host { get; init; }

    /// <summary>Gets the content; null when there is none, and then <see cref="Reason"/> says why.</summary>
    public ReportValue? Value { get; init; }

    /// <summary>Gets one line that sums the section up, shown before the value; null when there is none.</summary>
    public string? Summary { get; init; }

    /// <summary>Gets whether the section is whole.</summary>
    public SectionStatus Status { get; init; } = SectionStatus.Complete;

    /// <summary>Gets why the section is not whole; null when it is.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets how long its generator took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Gets typed, immutable facts for finding rules. They are never rendered and never leave the process.</summary>
    public IReadOnlyList<object> Facts { get; init; } = [];
}
