namespace GuruReports.Inspection.Vocabulary;

/// <summary>A line of a source file.</summary>
internal readonly record struct SourcePlace(string File, int Line);
