namespace GuruReports.Hosting.Sections.Resources;

/// <summary>A file system and where it is mounted.</summary>
/// <param name="Point">The directory.</param>
/// <param name="Format">The kind of file system.</param>
internal sealed record Mount(string Point, string Format);
