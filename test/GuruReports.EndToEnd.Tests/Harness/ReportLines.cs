using System.Text.RegularExpressions;

namespace GuruReports.EndToEnd.Tests.Harness;

/// <summary>Knows the lines that begin and end a report on standard error.</summary>
internal static partial class ReportLines
{
    public static bool IsStart(string line) => Start().IsMatch(line);

    public static bool IsEnd(string line) => End().IsMatch(line);

    [GeneratedRegex("^GuruMeditation: report [0-9a-f]{4}-[0-9]+ started \\(")]
    private static partial Regex Start();

    [GeneratedRegex("^GuruMeditation: report [0-9a-f]{4}-[0-9]+ (written|not written)")]
    private static partial Regex End();
}
