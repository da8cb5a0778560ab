using GuruReports.Inspection.Vocabulary;

namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>The method that a delegate calls.</summary>
internal sealed record DelegateTarget(string Method, SourcePlace? Place, CodeOwner Owner);
