namespace GuruReports.Hosting.Facts.Runtime;

/// <summary>What grew on the heap since the snapshot of an earlier report.</summary>
/// <param name="Types">The types that grew, those with most more bytes first.</param>
internal sealed record HeapGrowthFacts(IReadOnlyList<TypeGrowthFacts> Types);
