using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Sections.Threads;

/// <summary>Knows the thread that only waits for the program's asynchronous <c>Main</c>: where that one stands is told among the green threads, once. Pure.</summary>
internal static class AsyncMain
{
    /// <summary>What such a thread does, in words.</summary>
    public const string State = "waiting for async Main";

    // The entry point that the compiler makes: it calls Main and waits for the task.
    private const string EntryPoint = "<Main>";

    /// <summary>Gets whether the threads of a group do nothing else.</summary>
    public static bool IsAwaitedBy(ThreadGroup group) =>
        group is { State: ThreadActivity.WaitingForTask, Threads.Count: 1 } && Blame.Frames(group.Frames).All(static frame => frame.Name == EntryPoint) && group.UserFrame is not null;
}
