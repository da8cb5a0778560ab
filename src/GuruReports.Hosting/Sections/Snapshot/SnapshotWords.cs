using System.Globalization;
using GuruReports.Inspection;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;

namespace GuruReports.Hosting.Sections.Snapshot;

/// <summary>Says parts of a snapshot in words. Pure.</summary>
internal static class SnapshotWords
{
    /// <summary><c>OrderService.cs:52</c>; null when unknown.</summary>
    /// <param name="file">The file.</param>
    /// <param name="line">The line.</param>
    public static string? Location(string? file, int? line) => file is null ? null : SourceNames.Of(file, line);

    /// <summary>The frames of a thread as lines.</summary>
    public static IReadOnlyList<StackFrameLine> Lines(IReadOnlyList<SnapshotFrame> frames) =>
        Lines(frames, static frame => frame.Method, static frame => Location(frame.File, frame.Line));

    /// <summary>The frames of an async chain as lines.</summary>
    public static IReadOnlyList<StackFrameLine> Lines(IReadOnlyList<AsyncFrame> frames) => Lines(
        frames,
        static frame => frame.Kind is AsyncFrameKind.Method or AsyncFrameKind.Iterator ? "async " + frame.Method : frame.Method,
        static frame => Location(frame.File, frame.Line));

    private static IReadOnlyList<StackFrameLine> Lines<T>(IReadOnlyList<T> frames, Func<T, string> method, Func<T, string?> location)
        where T : IOwned
    {
        var level = Blame.Level(frames);
        return [.. frames.Select(frame => new StackFrameLine(method(frame), location(frame), frame.Owner == level && level is not CodeOwner.Framework))];
    }

    /// <summary><c>#31 "stack-worker-2"</c>; by the system's id where the managed one is not known.</summary>
    /// <param name="id">The managed id.</param>
    /// <param name="name">The name of the thread.</param>
    /// <param name="osId">The operating system's id.</param>
    public static string Thread(int? id, string? name, long? osId)
    {
        var number = (id, osId) switch
        {
            ({ } known, _) => string.Create(CultureInfo.InvariantCulture, $"#{known}"),
            (null, { } known) => string.Create(CultureInfo.InvariantCulture, $"tid {known}"),
            _ => "a thread without an id",
        };
        return string.IsNullOrEmpty(name) ? number : $"{number} \"{name}\"";
    }

    /// <summary>The first of many thread ids, and how many more there are.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="most">How many are shown.</param>
    public static string Threads(IReadOnlyList<int> ids, int most = 12)
    {
        var shown = string.Join(" ", ids.Take(most).Select(static id => string.Create(CultureInfo.InvariantCulture, $"#{id}")));
        return ids.Count > most ? string.Create(CultureInfo.InvariantCulture, $"{shown} … ({ids.Count - most} more)") : shown;
    }

    /// <summary>A lock's object: <c>Object@7f21c0</c>.</summary>
    /// <param name="reference">The lock.</param>
    public static string Object(LockReference reference) => ObjectNames.Of(reference.TypeName, reference.Address);
}
