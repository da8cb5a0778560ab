using GuruReports.SnapshotReader.Analysis.Symbols;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.SnapshotReader.Analysis.Threads.Stacks;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Threads;

/// <summary>A thread as read: its frames, and later what it waits for and runs.</summary>
internal sealed class ThreadImage
{
    public required ClrThread Thread { get; init; }

    public required ThreadStack Stack { get; init; }

    /// <summary>The frames with a method, innermost first.</summary>
    public IReadOnlyList<ThreadFrame> Frames => Stack.Frames;

    /// <summary>Whether the frames were read, to the last one: a thread that runs managed code has none in an image.</summary>
    public bool HasAllFrames => Frames.Count is > 0 and < StackWalks.MostFrames;

    public string? Name { get; init; }

    public bool IsPoolThread { get; init; }

    /// <summary>The managed Thread object; 0 when it was not found.</summary>
    public ulong Object { get; init; }

    public int ManagedId => Thread.ManagedThreadId;

    public WaitSite? Site { get; set; }

    /// <summary>The object waited for; 0 when unknown.</summary>
    public ulong WaitsFor { get; set; }

    /// <summary>Tasks and boxes that the thread is executing, innermost first.</summary>
    public List<ulong> Runs { get; } = [];

    /// <summary>
    /// Roots by frame; null until they are needed. Of a stack that was compared with equal ones, those alone that one of these has too: what
    /// is null in both is not known to be a root.
    /// </summary>
    public IReadOnlyList<FrameRoot>? ComparedRoots { get; set; }

    /// <summary>All roots by frame; null until they are needed.</summary>
    public IReadOnlyList<FrameRoot>? Roots { get; set; }

    public IReadOnlyList<SnapshotFrame> Describe(Symbols.SymbolNames names, int most = int.MaxValue) =>
        [.. Frames.Take(most).Select(frame => names.Frame(frame.Method, frame.InstructionPointer))];
}
