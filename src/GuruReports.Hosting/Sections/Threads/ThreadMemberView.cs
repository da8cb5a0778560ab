using System.Globalization;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;

namespace GuruReports.Hosting.Sections.Threads;

/// <summary>Turns a thread into a member of its group. Pure.</summary>
internal static class ThreadMemberView
{
    /// <summary>Turns a thread.</summary>
    public static StackMember Show(CapturedThread thread) => Show(thread, isNameShared: false, []);

    /// <summary>Turns a thread of a group.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="isNameShared">Whether its name, but for identifiers, is the group's.</param>
    /// <param name="frames">Its frames, where they are not the group's.</param>
    public static StackMember Show(CapturedThread thread, bool isNameShared, IReadOnlyList<CapturedFrame> frames)
    {
        var details = new MapBuilder()
            .AddKnown("managed id", thread.ManagedThreadId is { } id ? (ReportValue)id : null)
            .Add("os id", thread.OSThreadId)
            .AddKnown("name", thread.Name is null ? null : new ReportText(thread.Name))
            .AddKnown("os name", thread.OSName is null ? null : new ReportText(thread.OSName))
            .Add("role", thread.Role.ToString())
            .Add("state", thread.StateDetail ?? thread.State.ToString())
            .AddKnown("waits since", Duration(thread.WaitsSince))
            .AddKnown("background", thread.IsBackground is { } background ? new ReportBoolean(background) : null)
            .Add("thread pool", thread.IsThreadPool)
            .AddKnown("apartment", thread.Apartment is null ? null : new ReportText(thread.Apartment))
            .AddKnown("cpu time", Duration(thread.CpuTime))
            .AddKnown("cpu share", thread.CpuShare is { } share ? Amount.Percent(share) : null)
            .AddKnown("age", Duration(thread.Age))
            .AddKnown("runs", thread.Runs is null ? null : new ReportText(thread.Runs))
            .AddKnown("works for", thread.WorksFor is null ? null : new ReportText(WorkWords.Of(thread.WorksFor)))
            .AddKnown("waits for", thread.WaitsFor is null ? null : new ReportText(thread.WaitsFor));
        if (thread.Holds.Count > 0)
        {
            details.Add("holds", new ReportList([.. thread.Holds.Select(held => new ReportText(held))]));
        }

        if (frames.Count > 0)
        {
            details.Add("frames", new ReportList([.. ThreadGroupView.Show(frames).Select(static frame => new ReportText(frame.Location is null ? frame.Method : $"{frame.Method} {frame.Location}"))]));
        }

        return new StackMember(isNameShared && thread.ManagedThreadId is { } number ? string.Create(CultureInfo.InvariantCulture, $"#{number}") : Label(thread), details.Build().Entries);
    }

    /// <summary>Returns the short name of a thread (<c>#31 "stack-worker-2"</c>, <c>tid 4711 dotnet-gc</c>).</summary>
    public static string Label(CapturedThread thread)
    {
        if (thread.ManagedThreadId is not { } id)
        {
            return string.Create(CultureInfo.InvariantCulture, $"tid {thread.OSThreadId} {thread.OSName}").TrimEnd();
        }

        // The pool gives all its workers the same name: it would only be noise.
        var isOwnName = thread.Name is { Length: > 0 } && !thread.IsThreadPool && thread.Role is ThreadRole.User or ThreadRole.Unknown or ThreadRole.Main;
        return isOwnName ? string.Create(CultureInfo.InvariantCulture, $"#{id} \"{thread.Name}\"") : string.Create(CultureInfo.InvariantCulture, $"#{id}");
    }

    private static ReportDuration? Duration(TimeSpan? span) => span is { } known ? new ReportDuration(known) : null;
}
