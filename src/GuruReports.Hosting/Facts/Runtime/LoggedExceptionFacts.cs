namespace GuruReports.Hosting.Facts.Runtime;

/// <summary>Exceptions of one type that were logged as errors: whoever did had nothing better to do with them.</summary>
/// <param name="Types">The full names of the type and of those within, the outermost first.</param>
/// <param name="Category">Who logged the last one.</param>
/// <param name="Count">How many of the events that are kept.</param>
/// <param name="LastAt">When the last one was logged.</param>
internal sealed record LoggedExceptionFacts(IReadOnlyList<string> Types, string Category, int Count, DateTimeOffset LastAt);
