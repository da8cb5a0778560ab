namespace GuruReports.SnapshotReader.Analysis.Symbols;

/// <summary>The method that a delegate calls.</summary>
internal sealed record DelegateTarget(string Method, SourcePlace? Place, bool IsFramework);
