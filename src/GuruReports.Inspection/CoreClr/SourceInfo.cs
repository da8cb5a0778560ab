namespace GuruReports.Inspection.CoreClr;

/// <summary>Where in its method an address lies.</summary>
internal readonly record struct SourceInfo(int? ILOffset, string? File, int? Line);
