namespace GuruReports.SnapshotReader.Analysis.Symbols;

/// <summary>A line of a source file.</summary>
internal readonly record struct SourcePlace(string File, int Line);
