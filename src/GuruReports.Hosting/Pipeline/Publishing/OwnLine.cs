using GuruReports.Hosting.Boundary;
using GuruReports.Hosting.Redaction;
using GuruReports.Reporting.Rendering.Words;

namespace GuruReports.Hosting.Pipeline.Publishing;

/// <summary>Makes lines of texts that somebody else may have had a hand in: masked, visible, on one line, cut.</summary>
internal static class OwnLine
{
    /// <summary>How long a reason, or what a destination said, may be.</summary>
    public const int LongestPart = 300;

    private const int LongestLine = 4_000;

    /// <summary>Returns a part of a line.</summary>
    public static string Part(string text, IRedactor redactor) => Of(text, redactor, LongestPart);

    /// <summary>Returns a whole line.</summary>
    public static string Whole(string text, IRedactor redactor) => Of(text, redactor, LongestLine);

    private static string Of(string text, IRedactor redactor, int longest) => BoundedText.Shorten(VisibleText.Line(redactor.Redact(text)), longest);
}
