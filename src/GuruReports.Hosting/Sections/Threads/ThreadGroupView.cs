using System.Globalization;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;

namespace GuruReports.Hosting.Sections.Threads;

/// <summary>Turns a group of threads into what a report shows of it. Pure.</summary>
internal static class ThreadGroupView
{
    private const double LeastShareShown = 0.01;
    private const int MostNotes = 5;
    private const int MostLabels = 8;

    /// <summary>Turns a group.</summary>
    public static StackGroup Show(ThreadGroup group) => new()
    {
        Count = group.Threads.Count,
        Noun = "thread",
        State = AsyncMain.IsAwaitedBy(group) ? AsyncMain.State : group.StateDetail is { Length: > 0 } detail && group.State is not ThreadActivity.Running ? detail : ThreadWords.Of(group.State, group.Kind),
        Remarks = Remarks(group),
        Frames = Show(group.Frames),
        FramesTruncated = group.Threads[0].FramesTruncated,
        Members = Members(group),
        Notes = Notes(group),
        Idle = AsyncMain.IsAwaitedBy(group) || group.Kind is ThreadGroupKind.Idle or ThreadGroupKind.NoManagedFrame,
    };

    /// <summary>Turns the frames of a stack; those that stand for it count as the service's.</summary>
    /// <param name="frames">The frames, leaf first.</param>
    public static IReadOnlyList<StackFrameLine> Show(IReadOnlyList<CapturedFrame> frames)
    {
        var level = Blame.Level(frames);
        return [.. frames.Select(frame => Show(frame, frame.Owner == level && level is not CodeOwner.Framework))];
    }

    private static StackFrameLine Show(CapturedFrame frame, bool isShown)
    {
        var location = frame.File is { } file ? SourceNames.Of(file, frame.Line) : null;
        var remark = frame.IsNative ? "native" : location is null && frame is { Owner: not CodeOwner.Framework, ILOffset: { } offset } ? string.Create(CultureInfo.InvariantCulture, $"IL+0x{offset:x}") : null;
        return new StackFrameLine(frame.Method, location, isShown, frame.Assembly, remark);
    }

    private static IReadOnlyList<StackMember> Members(ThreadGroup group)
    {
        var isNameShared = ThreadNames.Shared(group.Threads) is not null;
        return [.. group.Threads.Select(thread => ThreadMemberView.Show(thread, isNameShared, StackComparer.Instance.Equals(thread.Frames, group.Frames) ? [] : thread.Frames))];
    }

    private static List<string> Remarks(ThreadGroup group)
    {
        var remarks = new List<string>();
        if (ThreadNames.Shared(group.Threads) is { } name)
        {
            remarks.Add($"\"{name}\"");
        }

        if (ThreadWords.Of(group.Role) is { } role)
        {
            remarks.Add(role);
        }

        if (group.CpuShare is >= LeastShareShown and var share)
        {
            remarks.Add(string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} % CPU{(group.Threads.Count > 1 ? " together" : "")}"));
        }

        if (LongestWait(group) is { } wait)
        {
            remarks.Add($"for {wait}");
        }

        if (group.Captures > 1)
        {
            remarks.Add(string.Create(CultureInfo.InvariantCulture, $"same frames {group.SameFrames} of {group.Captures}"));
            if (group.CpuUsed is { } used)
            {
                remarks.Add(string.Create(CultureInfo.InvariantCulture, $"{used.TotalMilliseconds:0} ms CPU between"));
            }
        }

        if (group.Threads.Any(thread => thread.IsCapturing))
        {
            remarks.Add("makes this report");
        }

        return remarks;
    }

    private static string? LongestWait(ThreadGroup group)
    {
        TimeSpan? longest = null;
        foreach (var thread in group.Threads)
        {
            longest = thread.WaitsSince is { } wait && (longest is null || wait > longest) ? wait : longest;
        }

        return longest is { } span && span >= TimeSpan.FromSeconds(1) ? Measures.Duration(span) : null;
    }

    // Threads of which the same is to be said are one line.
    private static List<string> Notes(ThreadGroup group)
    {
        var isMain = AsyncMain.IsAwaitedBy(group);
        var told = group.Threads.GroupBy(thread => Told(thread, isMain)).Where(static equal => equal.Key.Length > 0).ToList();
        List<string> notes = [.. ThreadTops.Of(group.Threads) is { } tops ? new[] { tops } : [], .. ThreadWorkNotes.Of(group.Threads)];
        notes.AddRange(told.Take(MostNotes).Select(equal => Whose([.. equal], group.Threads.Count) + equal.Key));
        if (told.Count > MostNotes)
        {
            notes.Add("…");
        }

        return notes;
    }

    private static string Told(CapturedThread thread, bool isMain)
    {
        // A stack that shows the service's code says by itself what runs.
        var runs = thread.Runs is null || thread.TopUserFrame is not null ? "" : $"  runs {thread.Runs}";
        var wants = thread.WaitsFor is null || isMain ? "" : $"  wants {thread.WaitsFor}";
        var holds = thread.Holds.Count > 0 ? $"  holds {string.Join(", ", thread.Holds)}" : "";
        var whose = wants.Length > 0 && thread.WaitsForThreads.Count > 0 ? $" of #{string.Join(", #", thread.WaitsForThreads)}" : "";
        return $"{runs}{holds}{wants}{whose}";
    }

    private static string Whose(IReadOnlyList<CapturedThread> threads, int all)
    {
        if (threads.Count == all && all > 1)
        {
            return "each";
        }

        var labels = string.Join(", ", threads.Take(MostLabels).Select(ThreadMemberView.Label));
        return threads.Count <= MostLabels ? labels : string.Create(CultureInfo.InvariantCulture, $"{labels} … ({threads.Count - MostLabels} more)");
    }
}
