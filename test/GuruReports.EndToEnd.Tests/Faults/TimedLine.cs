namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>A line of output and the moment it came.</summary>
/// <param name="Text">The line.</param>
/// <param name="Timestamp">The moment, of <see cref="System.Diagnostics.Stopwatch"/>.</param>
internal sealed record TimedLine(string Text, long Timestamp);
