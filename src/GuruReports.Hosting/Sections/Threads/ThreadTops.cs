using System.Globalization;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Sections.Threads;

/// <summary>Says by which calls the threads of a group have left the same code of the service. Pure.</summary>
internal static class ThreadTops
{
    private const int Most = 4;

    /// <summary>Returns one line where they differ; null where they do not.</summary>
    public static string? Of(IReadOnlyList<CapturedThread> threads)
    {
        if (threads.Count == 1 || threads[0].Frames.Count == 0)
        {
            return null;
        }

        var tops = threads.GroupBy(static thread => NameOf(Top(thread)), StringComparer.Ordinal)
            .OrderByDescending(static top => top.Count()).ThenBy(static top => top.Key, StringComparer.Ordinal).ToList();
        if (tops.Count == 1)
        {
            return null;
        }

        var told = string.Join(", ", tops.Take(Most).Select(static top => string.Create(CultureInfo.InvariantCulture, $"{top.Count()} {top.Key}")));
        var rest = tops.Skip(Most).Sum(static top => top.Count());
        return rest == 0 ? told : string.Create(CultureInfo.InvariantCulture, $"{told}, {rest} in other calls");
    }

    // The call that blocks, else the one that own code made.
    private static CapturedFrame? Top(CapturedThread thread)
    {
        if (thread.State is not ThreadActivity.Running && BlockingCalls.Find(thread.Frames) is { } call)
        {
            return thread.Frames[call.FrameIndex];
        }

        var level = Blame.Level(thread.Frames);
        CapturedFrame? callee = null;
        for (var index = 0; index < thread.Frames.Count && (level is CodeOwner.Framework ? callee is null : thread.Frames[index].Owner != level); index++)
        {
            callee = thread.Frames[index];
        }

        return callee;
    }

    private static string NameOf(CapturedFrame? top) => top is null ? "in that code itself"
        : top.Type is { } type ? $"in {type[(LastDot(type) + 1)..]}.{top.Name}"
        : $"in {top.Method}";

    private static int LastDot(string type)
    {
        var end = type.IndexOf('<', StringComparison.Ordinal);
        return type.LastIndexOf('.', end < 0 ? type.Length - 1 : end);
    }
}
