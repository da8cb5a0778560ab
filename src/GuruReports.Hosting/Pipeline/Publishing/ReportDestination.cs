namespace GuruReports.Hosting.Pipeline.Publishing;

/// <summary>A sink with the name by which it is told and quarantined.</summary>
/// <param name="Name">The name in a person's words (for example <c>standard error</c>).</param>
/// <param name="Sink">The sink.</param>
internal sealed record ReportDestination(string Name, IReportSink Sink);
