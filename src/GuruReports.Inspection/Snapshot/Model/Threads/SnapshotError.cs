namespace GuruReports.Inspection.Snapshot.Model.Threads;

/// <summary>An exception object in the image. Texts are as in memory, not redacted.</summary>
internal sealed record SnapshotError
{
    /// <summary>Its type.</summary>
    public required string TypeName { get; init; }

    /// <summary>Its message, shortened; null when it could not be read.</summary>
    public string? Message { get; init; }

    /// <summary>Its HRESULT.</summary>
    public required int HResult { get; init; }

    /// <summary>Its inner exception, at most four deep.</summary>
    public SnapshotError? Inner { get; init; }
}
