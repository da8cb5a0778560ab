namespace GuruReports.Hosting.Facts.Runtime;

/// <summary>How much more there is of a type.</summary>
/// <param name="Type">The type.</param>
/// <param name="Count">How many objects more.</param>
/// <param name="Bytes">How many bytes more.</param>
internal sealed record TypeGrowthFacts(string Type, long Count, long Bytes);
