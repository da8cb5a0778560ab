using System.Globalization;

namespace GuruReports.SnapshotAnalysis.Tests;

/// <summary>How many snapshots a test compares, and the line that it leaves for the summary of a long run.</summary>
internal static class LongRun
{
    private static readonly bool s_long = Environment.GetEnvironmentVariable("GURU_LONG") == "1";

    /// <summary>The number for a long run, or the given one for CI.</summary>
    public static int Count(int usual) =>
        !s_long ? usual : int.TryParse(Environment.GetEnvironmentVariable("GURU_LONG_COUNT"), CultureInfo.InvariantCulture, out var count) ? count : 50;

    /// <summary>Adds "count snapshots, differences differences: mode" to the file that GURU_SUMMARY names, if any.</summary>
    public static void Note(string mode, int count, int differences)
    {
        if (Environment.GetEnvironmentVariable("GURU_SUMMARY") is { Length: > 0 } file)
        {
            File.AppendAllText(file, string.Create(CultureInfo.InvariantCulture, $"{count} snapshots, {differences} differences: {mode}\n"));
        }
    }
}
