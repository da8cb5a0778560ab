namespace GuruReports.Inspection.Snapshot.Model.Heap;

/// <summary>A collection with many elements, and what refers to it.</summary>
internal sealed record LargeCollection
{
    /// <summary>The type of the collection, or of the array where that belongs to none.</summary>
    public required string TypeName { get; init; }

    /// <summary>How many elements it has; for arrays, how many places.</summary>
    public required long Count { get; init; }

    /// <summary>The type that most of the elements looked at are of; null when none could be told.</summary>
    public string? ElementType { get; init; }

    /// <summary>The fields that refer to it (<c>Shop.Cache._prices</c>); empty when none was found.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];
}
