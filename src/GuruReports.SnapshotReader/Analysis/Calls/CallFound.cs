using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.SnapshotReader.Analysis.Async;

namespace GuruReports.SnapshotReader.Analysis.Calls;

/// <summary>One call out.</summary>
internal sealed record CallFound(string Library, string Name, CallState State)
{
    public ChainGroup? Chain { get; init; }

    public int? Thread { get; init; }

    /// <summary>The descriptors of the sockets of which one carries it; empty when none is known.</summary>
    public IReadOnlyList<int> Sockets { get; init; } = [];

    /// <summary>The milliseconds since it began; null when unknown.</summary>
    public long? Age { get; init; }
}
