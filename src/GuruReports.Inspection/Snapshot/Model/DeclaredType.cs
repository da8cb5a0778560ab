namespace GuruReports.Inspection.Snapshot.Model;

/// <summary>A pool or queue of the service's own, as its settings declare it: names of types, and paths of fields to its numbers.</summary>
internal sealed record DeclaredType
{
    /// <summary>The setting that declares it.</summary>
    public required string Key { get; init; }

    /// <summary>The full name of the type, without what it is generic of.</summary>
    public required string Type { get; init; }

    /// <summary>True for a queue, false for a pool.</summary>
    public bool IsQueue { get; init; }

    /// <summary>What a pool lends, in words.</summary>
    public string? Lends { get; init; }

    /// <summary>Where a pool keeps how many it has lent.</summary>
    public string? InUse { get; init; }

    /// <summary>Where a pool keeps how many it may lend.</summary>
    public string? Most { get; init; }

    /// <summary>Where a pool keeps how many wait for one.</summary>
    public string? Waiting { get; init; }

    /// <summary>Where a pool keeps how many wait in it.</summary>
    public string? Idle { get; init; }

    /// <summary>The full name of the type that a pool lends.</summary>
    public string? Member { get; init; }

    /// <summary>The path from it to its pool.</summary>
    public string? MemberPool { get; init; }

    /// <summary>The path to what is there while it is lent.</summary>
    public string? MemberLent { get; init; }

    /// <summary>Where a queue keeps how much is in it.</summary>
    public string? Length { get; init; }

    /// <summary>Where a queue keeps how much it takes.</summary>
    public string? Capacity { get; init; }

    /// <summary>Where a queue keeps how many wait to take something out.</summary>
    public string? Readers { get; init; }

    /// <summary>Where a queue keeps how many wait to put something in.</summary>
    public string? Writers { get; init; }
}
