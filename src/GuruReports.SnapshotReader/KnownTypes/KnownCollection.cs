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

    /// <summary>Paths, from the first link or from itself, that together change whenever something is taken out; none where nothing tells.</summary>
    public string[] Position { get; init; } = [];

    /// <summary>What those paths end at where nothing was ever taken out; null where that cannot be told.</summary>
    public long[]? Untouched { get; init; }

    /// <summary>The path to an array of counts.</summary>
    public string? Sums { get; init; }
}
