using GuruReports.Inspection.Snapshot.Model.Calls;

namespace GuruReports.SnapshotReader.KnownTypes;

/// <summary>What a pool lends: how to see that one is lent, and through what its holder has it.</summary>
internal sealed record KnownMember(string TypeName)
{
    /// <summary>The path to its pool.</summary>
    public required string Pool { get; init; }

    /// <summary>A path that ends at something or at no zero while it is lent; with a minus before it, the other way round.</summary>
    public required string Lent { get; init; }

    /// <summary>A path to the object that its holder has of it; null when that is the member itself.</summary>
    public string? Handle { get; init; }

    /// <summary>The beginnings of the names of types through which a call may have hold of it.</summary>
    public required string[] Through { get; init; }

    /// <summary>The path to the text of the command that it runs; null when that cannot be told.</summary>
    public string? Command { get; init; }

    /// <summary>That it runs a command, by the number that a path ends at.</summary>
    public (string Path, long Number, CallState State)[] Executes { get; init; } = [];

    /// <summary>What else is to be said of it while it is lent, by the number that a path ends at; null for all but zero.</summary>
    public (string Path, long? Number, string Does)[] Doing { get; init; } = [];
}
