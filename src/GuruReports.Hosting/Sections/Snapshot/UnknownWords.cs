using System.Globalization;
using GuruReports.Inspection.Snapshot.Model;

namespace GuruReports.Hosting.Sections.Snapshot;

/// <summary>Says what a snapshot met and could not place.</summary>
internal static class UnknownWords
{
    private const int MostNames = 5;

    /// <summary>One sentence for each subject: how many, and of which kinds.</summary>
    public static IEnumerable<string> Of(SnapshotResult snapshot, params UnknownSubject[] subjects) => snapshot.Unknown
        .Where(kind => subjects.Contains(kind.Subject))
        .GroupBy(static kind => kind.Subject)
        .OrderBy(static group => group.Key)
        .Select(static group => Sentence(group.Key, [.. group]));

    /// <summary>The notes of a report: what the runtime has in another form than known, and what is of no known kind.</summary>
    public static IEnumerable<string> Notes(SnapshotResult snapshot)
    {
        var names = snapshot.Unavailable.Select(static part => part.RuntimeName).OfType<string>().Distinct().ToList();
        if (names.Count > 0)
        {
            yield return $"The snapshot is not whole: .NET {snapshot.RuntimeVersion} is not fully known to this version. The sections say what is missing for want of {Names(names)}.";
        }

        foreach (var sentence in Of(snapshot, Enum.GetValues<UnknownSubject>()))
        {
            yield return "The snapshot is not whole: " + sentence + ".";
        }
    }

    private static string Sentence(UnknownSubject subject, IReadOnlyList<UnknownKind> kinds)
    {
        var count = kinds.Sum(static kind => kind.Count);
        var names = kinds.Select(kind => kinds.Count == 1 ? kind.Name : string.Create(CultureInfo.InvariantCulture, $"{kind.Name} ({kind.Count})")).ToList();
        return $"{Counted(subject, count)} of a kind not known to this version: {Names(names)}";
    }

    private static string Counted(UnknownSubject subject, long count)
    {
        var noun = subject switch
        {
            UnknownSubject.PendingTask => "pending task",
            UnknownSubject.Continuation => "continuation",
            UnknownSubject.AwaitTarget => "awaited object",
            UnknownSubject.ThreadWait => "wait of threads",
            UnknownSubject.Frame => "frame of async methods",
            _ => "object",
        };
        var several = subject switch { UnknownSubject.ThreadWait => "waits of threads", UnknownSubject.Frame => "frames of async methods", _ => noun + "s" };
        return string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? noun : several)}");
    }

    private static string Names(List<string> names) => names.Count <= MostNames
        ? string.Join(", ", names)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", names.Take(MostNames))} and {names.Count - MostNames} more");
}
