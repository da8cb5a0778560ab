namespace GuruReports.Hosting.Facts.Runtime;

/// <summary>What the last log events tell.</summary>
/// <param name="Errors">The exceptions that were logged as errors.</param>
internal sealed record LogFacts(IReadOnlyList<LoggedExceptionFacts> Errors);
