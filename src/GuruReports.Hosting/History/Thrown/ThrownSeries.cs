namespace GuruReports.Hosting.History.Thrown;

/// <summary>How many exceptions of a type were thrown, row by row of the record.</summary>
/// <param name="Type">The type; null for all that have no column of their own.</param>
/// <param name="Seconds">How many in each row of <see cref="HistoryFacts.Seconds"/>.</param>
/// <param name="Minutes">How many in each row of <see cref="HistoryFacts.Minutes"/>.</param>
internal sealed record ThrownSeries(string? Type, float[] Seconds, float[] Minutes);
