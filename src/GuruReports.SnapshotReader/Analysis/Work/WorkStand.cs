using GuruReports.Inspection.Snapshot.Model.Threads;

namespace GuruReports.SnapshotReader.Analysis.Work;

/// <summary>Where a piece of work stands and what it waits for. <paramref name="Thread"/> keeps apart what runs on threads whose frames only the service itself can tell.</summary>
internal readonly record struct WorkStand(SnapshotFrame? Place, string? Waits, int? Thread);
