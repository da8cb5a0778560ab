using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Sections.Work;

/// <summary>What makes work of two reports the same.</summary>
internal sealed record WorkKey(WorkKind Kind, string Name, SnapshotFrame? Place, string? Waits);
