namespace GuruReports.Inspection.CoreClr.Layout;

/// <summary>Where in its method an address lies.</summary>
internal sealed record SourceInfo(int? ILOffset, string? File, int? Line);
