namespace GuruReports.SnapshotReader.KnownTypes;

/// <summary>How a collection counts: the fields that are added up, or else links from a first object, which is itself where there is no path to one.</summary>
internal sealed record KnownCollection(string[] Count)
{
    /// <summary>The path to the first link; null when the object is the first one itself.</summary>
    public string? First { get; init; }

    /// <summary>The field that leads on.</summary>
    public string? Next { get; init; }

    /// <summary>How much is in each link; one where it has no segments.</summary>
    public KnownSegment Segment { get; init; }

    /// <summary>The path to an array of counts.</summary>
    public string? Sums { get; init; }
}
