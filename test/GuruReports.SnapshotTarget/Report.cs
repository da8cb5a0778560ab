using System.Globalization;
using GuruReports.Inspection.Snapshot;

namespace GuruReports.SnapshotTarget;

/// <summary>Prints what came of a snapshot.</summary>
internal static class Report
{
    public static int Print(SnapshotCapture capture)
    {
        Line("available", capture.IsAvailable);
        Line("reason", capture.UnavailableReason ?? "");
        Line("attempts", capture.Attempts);
        Line("threads", capture.Result?.Threads.Count ?? 0);
        Line("paused", capture.Paused.TotalMilliseconds);
        Line("total", capture.Duration.TotalMilliseconds);
        Line("stages", string.Join(", ", capture.Stages.Select(stage => string.Create(CultureInfo.InvariantCulture, $"{stage.Stage} {stage.Milliseconds:F1}"))));
        Line("locks", string.Join("; ", capture.Result?.Locks.Select(found => $"{found.TypeName} of {found.Owner?.Name}") ?? []));
        Line("pending", capture.Result?.Async?.PendingMethods ?? 0);
        Line("parts", string.Join("; ", capture.Result?.Unavailable.Select(part => $"{part.Part}: {part.Reason}") ?? []));
        Line("notes", string.Join(" ", capture.Notes));
        return 0;
    }

    public static void Line(string key, object value) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{key}={value}").ReplaceLineEndings(" | "));
}
