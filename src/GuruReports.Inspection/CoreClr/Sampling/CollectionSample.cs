namespace GuruReports.Inspection.CoreClr.Sampling;

/// <summary>The start of a collection.</summary>
/// <param name="Generation">The oldest generation that it collects.</param>
/// <param name="Reason">The runtime's number of the reason.</param>
internal readonly record struct CollectionSample(int Generation, uint Reason);
