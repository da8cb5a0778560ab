namespace GuruReports.SnapshotReader.KnownTypes;

/// <summary>A pool of a library: what it lends, how many, and how many wait.</summary>
internal sealed class KnownPool : KnownType
{
    public override string Part => "CallsOut";

    public override string Lack => $"{Lends} of {Library.Name} are not told";

    public override bool IsKept => true;

    public override IEnumerable<(string TypeName, KnownPart Part)> Parts =>
    [
        .. base.Parts,
        .. Member?.TypeName.Split('|').Select(static name => (name, KnownPart.Member)) ?? [],
        .. Places is null ? [] : new[] { (Places.TypeName, KnownPart.Places) },
    ];

    /// <summary>What it lends, in words.</summary>
    public required string Lends { get; init; }

    /// <summary>A part of the name of the type that is waited for, where the pool lends several things; null for all.</summary>
    public string? WaitsFor { get; init; }

    /// <summary>How many it may lend; null where it has no limit.</summary>
    public string? Most { get; init; }

    /// <summary>How many are lent.</summary>
    public string? InUse { get; init; }

    /// <summary>How many are about to be made for somebody, and have a place of their own already.</summary>
    public string? Opening { get; init; }

    /// <summary>How many wait in it to be lent.</summary>
    public string? Idle { get; init; }

    /// <summary>How many wait for one.</summary>
    public string? Waiting { get; init; }

    /// <summary>The setting behind the limit.</summary>
    public string? Setting { get; init; }

    /// <summary>Whose members it lends, as far as that can be shown.</summary>
    public KnownPeer? Peer { get; init; }

    /// <summary>For a pool whose members carry the places, instead of the numbers above.</summary>
    public KnownPlaces? Places { get; init; }

    /// <summary>What leads to whoever holds a member; null when that cannot be told.</summary>
    public KnownMember? Member { get; init; }
}
