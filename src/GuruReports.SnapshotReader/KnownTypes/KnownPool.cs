namespace GuruReports.SnapshotReader.KnownTypes;

/// <summary>
/// A row of the table: what the fields of a library's pool mean. A row counts only where the object has all its fields:
/// another version of the library is then read as a pool that is not known.
/// </summary>
internal sealed record KnownPool
{
    /// <summary>The type of the pool.</summary>
    public required string TypeName { get; init; }

    /// <summary>What it lends, in words.</summary>
    public required string Lends { get; init; }

    /// <summary>A part of the name of the type that is waited for, where the pool lends several things; null for all.</summary>
    public string? WaitsFor { get; init; }

    /// <summary>The field that limits the members, and those that count them and, less, those that are free.</summary>
    public string? Limit { get; init; }

    public string? Count { get; init; }

    public string? Free { get; init; }

    /// <summary>The setting behind the limit.</summary>
    public string? Setting { get; init; }

    /// <summary>The field that leads to the object which knows the peer, and in that one its name and port.</summary>
    public (string Through, string Host, string Port)? Peer { get; init; }

    /// <summary>For a pool whose members carry the places: their type, the field that leads back, the limit and the dictionary of what is open.</summary>
    public (string TypeName, string Pool, string Limit, string Open)? Members { get; init; }
}
