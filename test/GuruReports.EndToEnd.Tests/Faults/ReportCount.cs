using System.Globalization;
using System.Text.RegularExpressions;

namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>Adds up how many requests the reports in a text say they answer.</summary>
internal static partial class ReportCount
{
    public static int Of(string text) => Answers().Matches(text)
        .Sum(match => int.Parse(match.Groups["count"].Value.Replace(" ", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));

    [GeneratedRegex("answers (?<count>[0-9 ]+) requests?\r?$", RegexOptions.Multiline)]
    private static partial Regex Answers();
}
