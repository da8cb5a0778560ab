using GuruReports.Hosting.Redaction;

namespace GuruReports.Hosting;

/// <summary>What a generator may know of the report that it makes a section for.</summary>
public sealed class ReportContext
{
    /// <summary>Gets the report's identifier.</summary>
    public required string ReportId { get; init; }

    /// <summary>Gets what asked for the report.</summary>
    public required string Reason { get; init; }

    /// <summary>Gets the moment at which the report began, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets what masks secrets. Values shown by key go through it; texts are scrubbed once more by the pipeline.</summary>
    public required IRedactor Redactor { get; init; }

    /// <summary>Gets the token that is cancelled when the section's time is over; long work should end then.</summary>
    public CancellationToken Cancellation { get; init; }
}
