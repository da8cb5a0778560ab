using System.Runtime.InteropServices;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Symbols;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Threads.Stacks;

/// <summary>
/// Reads the stacks of threads. A walk by the data access library takes 0.1 to 0.2 ms, and most threads of a sick service stand where others
/// stand: of equal stacks two are walked, the others are compared with them word by word.
/// </summary>
internal sealed class StackWalks(Image image)
{
    public const int MostFrames = 300;
    private const int MostOfOneKind = 16;
    private const int NextWord = 8;
    private const int ReturnWord = 32;

    private readonly FrameHeads _heads = new(image.Memory);
    private readonly Dictionary<(StackWord Next, StackWord Return), List<KnownStack>> _known = [];

    // Of x64 alone is known where a call leaves its return address.
    private bool _isOff = image.Runtime.DataTarget.DataReader.Architecture != Architecture.X64;

    /// <summary>How many stacks were compared and not walked.</summary>
    public int Compared { get; private set; }

    /// <summary>Reads a thread's stack.</summary>
    public ThreadStack Read(ClrThread thread)
    {
        if (!CanCompare(thread) || _heads.Find(thread.Address) is not (var head and not 0) || Find(head) is not { } known)
        {
            return Walk(thread);
        }

        if (!known.IsProved)
        {
            return Prove(thread, known, head);
        }

        Compared++;
        return new ThreadStack(known.FramesAt(head)) { Known = known, Head = head };
    }

    /// <summary>Walks a stack for what its frames refer to.</summary>
    public static IEnumerable<StackRoot> WalkRoots(ClrThread thread, IReadOnlyList<ThreadFrame> frames)
    {
        foreach (var root in thread.EnumerateStackRoots())
        {
            // Interior pointers mean arrays and fields: finding their object would need a walk of the heap.
            if (!root.IsInterior && root.StackFrame is { } frame && IndexOf(frames, frame) is var index and >= 0)
            {
                yield return new StackRoot(index, root.Object.Address, root.Address, root.RegisterName);
            }
        }
    }

    private bool CanCompare(ClrThread thread) => !_isOff && thread.GCMode == GCMode.Preemptive;

    private KnownStack? Find(ulong head) => _known.GetValueOrDefault(KeyOf(head))?.Find(known => known.Fits(head));

    // One that is not as it seemed ends comparing for this image: nothing is told by a rule that failed.
    private ThreadStack Prove(ClrThread thread, KnownStack known, ulong head)
    {
        var walked = Walk(thread);
        if (walked.Frames.SequenceEqual(known.FramesAt(head)))
        {
            known.Prove(head, () => WalkRoots(thread, walked.Frames));
        }
        else
        {
            _isOff = true;
            image.Notes.Add(FormattableString.Invariant($"A stack that seemed equal to another one was not (thread {thread.ManagedThreadId}): all further stacks were walked."));
        }

        return walked;
    }

    private ThreadStack Walk(ClrThread thread)
    {
        var walk = new List<StackStep>();
        var frames = new List<ThreadFrame>();
        foreach (var frame in thread.EnumerateStackTrace(includeContext: false, MostFrames))
        {
            var isMethod = frame.Kind == ClrStackFrameKind.ManagedMethod;
            walk.Add(new StackStep(isMethod ? null : frame.FrameName ?? "", frame.InstructionPointer, frame.StackPointer));

            // Where the call out of managed code was inlined, only the runtime's own frame says which it is; the runtime lists that one twice.
            if (frame.Method is { } method && (isMethod || frames.Count == 0))
            {
                frames.Add(new ThreadFrame(method, frame.InstructionPointer, frame.StackPointer));
            }
        }

        if (CanCompare(thread) && walk is [{ RuntimeFrame: not null } first, ..] && walk.Count < MostFrames)
        {
            _heads.Learn(thread.Address, first.StackPointer);
            Keep(KnownStack.Make(walk, frames, () => WalkRoots(thread, frames), image.Memory), first.StackPointer);
        }

        return new ThreadStack(frames);
    }

    private void Keep(KnownStack? made, ulong head)
    {
        ref var kind = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, KeyOf(head), out _);
        kind ??= [];
        if (made is not null && kind.Count < MostOfOneKind && !kind.Exists(known => known.Fits(head)))
        {
            kind.Add(made);
        }
    }

    // Whatever these words of the first frame mean, those of equal stacks are equal.
    private (StackWord Next, StackWord Return) KeyOf(ulong head) =>
        (StackWord.Of(image.Memory.Pointer(head + NextWord), head), StackWord.Of(image.Memory.Pointer(head + ReturnWord), head));

    private static int IndexOf(IReadOnlyList<ThreadFrame> frames, ClrStackFrame wanted)
    {
        for (var i = 0; i < frames.Count; i++)
        {
            if (frames[i].StackPointer == wanted.StackPointer && frames[i].InstructionPointer == wanted.InstructionPointer)
            {
                return i;
            }
        }

        return -1;
    }
}
