namespace GuruReports.Inspection.Threads.Allocations;

/// <summary>Collections that began for one reason.</summary>
internal sealed record CollectionCause
{
    /// <summary>Gets the reason.</summary>
    public required CollectionReason Reason { get; init; }

    /// <summary>Gets the reason in words.</summary>
    public required string Words { get; init; }

    /// <summary>Gets how many began.</summary>
    public int Count { get; init; }

    /// <summary>Gets how many of them were to collect the whole heap.</summary>
    public int Full { get; init; }

    /// <summary>Gets who made the collector run for this reason, the most frequent first.</summary>
    public IReadOnlyList<CollectionPlace> Places { get; init; } = [];

    /// <summary>Gets how many places more there are.</summary>
    public int OtherPlaces { get; init; }
}
