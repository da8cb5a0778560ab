namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>A report that came on standard error.</summary>
/// <param name="Started">The time until the line that says it is under way.</param>
/// <param name="Whole">The time until its last line.</param>
/// <param name="FirstLine">The first line.</param>
/// <param name="LastLine">The last line.</param>
internal sealed record AnsweredReport(TimeSpan Started, TimeSpan Whole, string FirstLine, string LastLine);
