namespace GuruReports.Inspection.Snapshot.Model;

/// <summary>Things of one kind that this version of the package does not know: what it tells is not whole.</summary>
internal sealed record UnknownKind
{
    /// <summary>What they are.</summary>
    public required UnknownSubject Subject { get; init; }

    /// <summary>The type, or the method.</summary>
    public required string Name { get; init; }

    /// <summary>How many.</summary>
    public required long Count { get; init; }
}
