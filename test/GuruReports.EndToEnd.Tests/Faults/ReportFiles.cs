using GuruReports.EndToEnd.Tests.Harness;
using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>Looks at report files while a service writes them.</summary>
internal static class ReportFiles
{
    /// <summary>Waits for a finished report file besides those that are known.</summary>
    public static string WaitForNext(string directory, IReadOnlyCollection<string> known) => Until.Found(
        () => Directory.Exists(directory)
            ? Directory.GetFiles(directory).FirstOrDefault(file => !Path.GetFileName(file).StartsWith('.') && !known.Contains(file))
            : null,
        Limits.Report,
        () => $"No report file came in {directory}.");

    /// <summary>Gets what a report says of what was lost before it, as one line.</summary>
    public static string Lost(string file)
    {
        var text = string.Join(' ', File.ReadAllText(file).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        var start = text.IndexOf("was lost:", StringComparison.Ordinal);
        Assert.True(start >= 0, "The report does not say that anything was lost.");
        return text[start..];
    }
}
