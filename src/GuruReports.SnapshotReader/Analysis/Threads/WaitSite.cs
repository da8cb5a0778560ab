using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Memory;

namespace GuruReports.SnapshotReader.Analysis.Threads;

/// <summary>The frames of a stack that wait, from the innermost to the outermost, and what they wait with.</summary>
internal sealed record WaitSite(WaitKind Kind, int First, int Last, ObjectRoles Wanted, string? WantedType)
{
    /// <summary>The wait by which this one waits, such as the Lock of a monitor; null when there is none.</summary>
    public WaitSite? Inner { get; init; }
}
