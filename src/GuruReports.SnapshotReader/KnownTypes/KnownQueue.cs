namespace GuruReports.SnapshotReader.KnownTypes;

/// <summary>A queue of a library: how much is in it, how much it takes, who waits.</summary>
internal sealed class KnownQueue : KnownType
{
    public override string Part => "Queues";

    public override string Lack => $"queues of the kind {Kind} of {Library.Name} are not told";

    public override bool IsKept => true;

    /// <summary>What it is, in words.</summary>
    public required string Kind { get; init; }

    /// <summary>How much is in it.</summary>
    public required string Length { get; init; }

    /// <summary>How much it takes; null where it has no limit.</summary>
    public string? Capacity { get; init; }

    /// <summary>How much of what it takes is taken up, where that is more than what lies in it; null where it is the same.</summary>
    public string? Filled { get; init; }

    /// <summary>How many wait to take something out.</summary>
    public string? Readers { get; init; }

    /// <summary>How many wait to put something in.</summary>
    public string? Writers { get; init; }

    /// <summary>A path that ends at something once it takes no more.</summary>
    public string? Ended { get; init; }

    /// <summary>The shortest that is told.</summary>
    public long Least { get; init; } = 1;

    /// <summary>Paths to what it keeps its things in: no queue of its own.</summary>
    public string[] Inner { get; init; } = [];

    /// <summary>The path to the collection that its things lie in; null where that is unknown.</summary>
    public string? Holds { get; init; }

    /// <summary>The path to the object that it is a part of, which lends it its name.</summary>
    public string? Owner { get; init; }

    /// <summary>Paths to the objects through which it is read; none where readers cannot be told so.</summary>
    public string[] ReadBy { get; init; } = [];

    /// <summary>Paths to the objects through which it is written; none where writers cannot be told so.</summary>
    public string[] WrittenBy { get; init; } = [];

    /// <summary>Whether the object that it is a part of reads it by an action of its own.</summary>
    public bool IsReadByOwner { get; init; }

    /// <summary>The path to the first of its links to what it hands on to by itself; null where it does not.</summary>
    public string? Links { get; init; }

    /// <summary>Words with a number each: <c>{0}</c> stands for it; a second path is <c>{1}</c>.</summary>
    public (string Words, string Path, string? Other)[] Notes { get; init; } = [];
}
