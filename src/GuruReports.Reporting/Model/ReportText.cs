namespace GuruReports.Reporting.Model;

/// <summary>Text of one or more lines.</summary>
/// <param name="Text">The text; lines are separated by <c>\n</c>.</param>
public sealed record ReportText(string Text) : ReportValue;
