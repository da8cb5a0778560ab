namespace GuruReports.Hosting.History;

/// <summary>The record as it was when a report was made.</summary>
/// <param name="Seconds">The last 15 minutes, a row a second.</param>
/// <param name="Minutes">The last 24 hours, a row a minute; the minute under way is missing.</param>
internal sealed record HistoryFacts(HistorySpan Seconds, HistorySpan Minutes);
