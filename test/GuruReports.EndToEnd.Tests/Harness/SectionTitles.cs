namespace GuruReports.EndToEnd.Tests.Harness;

/// <summary>Reads the titles of a text report's boxes.</summary>
internal static class SectionTitles
{
    public static IReadOnlyList<string> Of(string report) =>
    [
        .. report.Split('\n')
            .Where(line => line.StartsWith("====  ", StringComparison.Ordinal) && line.EndsWith("====", StringComparison.Ordinal))
            .Select(line => line.Trim('=').Trim()),
    ];
}
