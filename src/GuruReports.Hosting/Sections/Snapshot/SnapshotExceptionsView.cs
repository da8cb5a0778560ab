using System.Globalization;
using GuruReports.Hosting.Redaction;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Snapshot;

/// <summary>The exceptions that a snapshot holds: the current one of each thread, and those alive on the heap. Pure.</summary>
internal static class SnapshotExceptionsView
{
    /// <summary>Returns the entries to show; empty when there is no exception.</summary>
    public static IReadOnlyList<ReportEntry> Entries(SnapshotResult snapshot, IRedactor redactor)
    {
        var entries = new List<ReportEntry>();
        var current = snapshot.Threads.Where(static thread => thread.Exception is not null).ToList();
        if (current.Count > 0)
        {
            entries.Add(new ReportEntry("current on threads", new ReportTable(
                ["thread", "exception"],
                [.. current.Select(thread => (IReadOnlyList<ReportValue>)[SnapshotWords.Thread(thread.ManagedId, thread.Name, thread.OsThreadId), Text(thread.Exception!, redactor)])])));
        }

        if (snapshot.Heap is { Exceptions.Count: > 0 } heap)
        {
            entries.Add(new ReportEntry("alive on the heap", new ReportTable(
                ["count", "exception"],
                [.. heap.Exceptions.Select(group => (IReadOnlyList<ReportValue>)[group.Count, Text(group.TypeName, group.Message, redactor)])])));
        }

        return entries;
    }

    private static string Text(SnapshotError error, IRedactor redactor)
    {
        var text = Text(error.TypeName, error.Message, redactor);
        return error.Inner is { } inner ? text + " ← " + Text(inner, redactor) : text;
    }

    private static string Text(string type, string? message, IRedactor redactor) =>
        message is null ? type : string.Create(CultureInfo.InvariantCulture, $"{type}: {redactor.Redact(message).ReplaceLineEndings(" ")}");
}
