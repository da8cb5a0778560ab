namespace GuruReports.Inspection.Symbols;

/// <summary>An assembly that a deps.json file names: the library it comes with (<c>Npgsql 9.0.1</c>), and its version where it is told.</summary>
internal sealed record ExpectedAssembly(string Library, string? Version, LibraryKind Kind);
