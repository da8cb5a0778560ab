namespace GuruReports.Hosting.Facts.Resources;

/// <summary>A name and how many there are of it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Count">How many.</param>
internal sealed record CountFacts(string Name, int Count);
