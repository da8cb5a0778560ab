using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Snapshot.Model.Heap;

/// <summary>All objects of one type that the search of the heap came by, garbage included.</summary>
internal sealed record TypeTotal : IOwned
{
    /// <summary>The type.</summary>
    public required string TypeName { get; init; }

    /// <summary>Whose type it is; of an array, whose its elements are.</summary>
    public CodeOwner Owner { get; init; }

    /// <summary>How many objects.</summary>
    public required long Count { get; init; }

    /// <summary>Their bytes.</summary>
    public required long Bytes { get; init; }
}
