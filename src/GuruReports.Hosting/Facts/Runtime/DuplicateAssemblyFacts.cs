namespace GuruReports.Hosting.Facts.Runtime;

/// <summary>An assembly that is loaded more than once.</summary>
/// <param name="Name">The simple name.</param>
/// <param name="Copies">Version, load context and path of each copy.</param>
internal sealed record DuplicateAssemblyFacts(string Name, IReadOnlyList<string> Copies);
