namespace GuruReports.Inspection.Snapshot.Model.Calls;

/// <summary>A pool of a library that is known by name.</summary>
internal sealed record LibraryPool
{
    /// <summary>The library.</summary>
    public required string Library { get; init; }

    /// <summary>The address of the object.</summary>
    public required ulong Address { get; init; }

    /// <summary>What it lends, in words.</summary>
    public required string Lends { get; init; }

    /// <summary>To whom its members are connected (<c>db:5432/shop</c>); null when it does not say.</summary>
    public string? Peer { get; init; }

    /// <summary>How many it may lend; null when it has no limit.</summary>
    public long? Most { get; init; }

    /// <summary>How many are lent.</summary>
    public long InUse { get; init; }

    /// <summary>How many are being opened.</summary>
    public long Opening { get; init; }

    /// <summary>How many are free; null when it keeps none.</summary>
    public long? Idle { get; init; }

    /// <summary>How many wait for one; null when that cannot be told.</summary>
    public long? Waiting { get; init; }

    /// <summary>The setting behind the limit; null when there is none.</summary>
    public string? Setting { get; init; }

    /// <summary>Who holds what is lent, most first; empty when that cannot be told.</summary>
    public IReadOnlyList<PoolHolder> Holders { get; init; } = [];

    /// <summary>Why <see cref="Holders"/> may be wrong about those that nobody holds; null when all was searched.</summary>
    public string? HoldersIncomplete { get; init; }
}
