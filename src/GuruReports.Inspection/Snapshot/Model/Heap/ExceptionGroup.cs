namespace GuruReports.Inspection.Snapshot.Model.Heap;

/// <summary>Exceptions alive with the same type and message.</summary>
internal sealed record ExceptionGroup
{
    /// <summary>The type.</summary>
    public required string TypeName { get; init; }

    /// <summary>The message, shortened; null when there is none.</summary>
    public string? Message { get; init; }

    /// <summary>How many.</summary>
    public required long Count { get; init; }
}
