namespace GuruReports.Inspection.Snapshot.Model.Heap;

/// <summary>A name and how often it was found.</summary>
internal sealed record CountedName
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>How often.</summary>
    public required long Count { get; init; }
}
