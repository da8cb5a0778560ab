namespace GuruReports.Reporting.Model;

/// <summary>Text of one or more lines.</summary>
public sealed record ReportText : ReportValue
{
    /// <summary>Makes one, of what its properties tell.</summary>
    public ReportText(string text) => Text = text;

    /// <summary>Gets the text; lines are separated by <c>\n</c>.</summary>
    public string Text { get; init; }
}
