using System.Globalization;
using System.Text;
using GuruReports.Reporting;

namespace GuruReports.Hosting.Sinks;

/// <summary>The names of report files: <c>{service}_gurumeditation_{UTC yyyyMMddHHmmss}_{report}.{extension}</c>.</summary>
internal static class ReportFileName
{
    /// <summary>What stands before the names of files that are still being written.</summary>
    internal const string UnfinishedPrefix = ".";

    /// <summary>What stands behind the names of files that are still being written.</summary>
    internal const string UnfinishedSuffix = ".part";

    /// <summary>The number of digits of the time in a name.</summary>
    internal const int TimeLength = 14;

    private const string Mark = "_gurumeditation_";
    private const string TimeFormat = "yyyyMMddHHmmss";
    private const int LongestServiceName = 100;
    private const int LongestIdentifier = 40;
    private const int LongestEnd = LongestIdentifier + 4;

    private static readonly string[] s_extensions = [".txt", ".json", ".xml", ".html"];

    /// <summary>Makes the name of a report's file.</summary>
    /// <returns>The name without directory.</returns>
    internal static string Of(RenderedReport report, int attempt)
    {
        var time = report.CreatedAt.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);
        var suffix = attempt == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{attempt}");
        return $"{Prefix(report.ServiceName)}{time}_{Sanitize(report.Id, LongestIdentifier)}{suffix}{Extension(report.Format)}";
    }

    /// <summary>Gets what every finished report file of a service begins with.</summary>
    /// <returns>The beginning of the name.</returns>
    internal static string Prefix(string serviceName) => Sanitize(serviceName, LongestServiceName) + Mark;

    /// <summary>Tells whether a name is one of a finished report of a service.</summary>
    /// <returns>Whether it is.</returns>
    internal static bool IsOf(ReadOnlySpan<char> name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal)
        && name.Length > prefix.Length + TimeLength
        && !name.Slice(prefix.Length, TimeLength).ContainsAnyExceptInRange('0', '9')
        && name[prefix.Length + TimeLength] == '_'
        && IsEnd(name[(prefix.Length + TimeLength + 1)..]);

    /// <summary>Tells whether a name is one of any service's report, finished or not.</summary>
    /// <returns>Whether it is.</returns>
    internal static bool IsAnyReport(ReadOnlySpan<char> name) => name.Contains(Mark, StringComparison.Ordinal);

    // An identifier and a known extension; what is still being written has one more.
    private static bool IsEnd(ReadOnlySpan<char> end)
    {
        var name = end.EndsWith(UnfinishedSuffix, StringComparison.Ordinal) ? end[..^UnfinishedSuffix.Length] : end;
        var dot = name.LastIndexOf('.');
        return dot is > 0 and <= LongestEnd && s_extensions.Contains(name[dot..].ToString()) && !name[..dot].ContainsAny('/', '\\', '\0');
    }

    private static string Extension(ReportFormat format) => format switch
    {
        ReportFormat.Json => ".json",
        ReportFormat.Xml => ".xml",
        ReportFormat.Html => ".html",
        _ => ".txt",
    };

    // Letters, digits and a few marks survive; a leading dot would hide the file.
    private static string Sanitize(string text, int longest)
    {
        var name = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (name.Length >= longest)
            {
                break;
            }

            var isPlain = Rune.IsLetterOrDigit(rune) && rune.IsAscii;
            var isMark = rune.Value is '-' or '_' or '+' || (rune.Value == '.' && name.Length > 0);
            name.Append(isPlain || isMark ? (char)rune.Value : '-');
        }

        return name.Length == 0 ? "service" : name.ToString();
    }
}
