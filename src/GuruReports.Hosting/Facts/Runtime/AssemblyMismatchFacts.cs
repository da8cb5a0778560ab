namespace GuruReports.Hosting.Facts.Runtime;

/// <summary>A loaded assembly that is another than the deps.json file names.</summary>
/// <param name="Assembly">The simple name.</param>
/// <param name="Package">The package that brings it, with its version.</param>
/// <param name="Expected">The assembly or file version that the deps.json file names.</param>
/// <param name="Loaded">The version that is loaded.</param>
/// <param name="Path">Where it was loaded from; null when unknown.</param>
internal sealed record AssemblyMismatchFacts(string Assembly, string Package, string Expected, string Loaded, string? Path);
