using GuruReports.SnapshotReader.Analysis.Symbols;
using GuruReports.SnapshotReader.Memory;

namespace GuruReports.SnapshotReader.Analysis.Threads.Stacks;

/// <summary>
/// What one walked stack says of another one that is equal: the same frames at the same distances. A stack is equal when all that a walk
/// goes by is equal: the runtime's own frames, each return address, each saved frame pointer.
/// </summary>
internal sealed class KnownStack
{
    private const int WordSize = 8;

    private readonly List<(ulong Distance, StackWord Word)> _marks = [];
    private readonly PagedReader _memory;
    private readonly IReadOnlyList<ThreadFrame> _frames;
    private readonly ulong _head;
    private readonly List<(ulong Head, Func<IEnumerable<StackRoot>> Roots)> _walked;
    private RootSlots? _slots;

    private KnownStack(IReadOnlyList<StackStep> walk, IReadOnlyList<ThreadFrame> frames, Func<IEnumerable<StackRoot>> roots, PagedReader memory)
    {
        _memory = memory;
        _frames = frames;
        _head = walk[0].StackPointer;
        _walked = [(_head, roots)];
    }

    /// <summary>Whether a second stack that seemed equal was walked and was equal.</summary>
    public bool IsProved => _walked.Count > 1;

    /// <summary>Makes it of a stack that was walked; null where it is not made of parts whose marks are known.</summary>
    /// <param name="walk">All its frames, the runtime's too.</param>
    /// <param name="frames">Those with a method.</param>
    /// <param name="roots">Walks it for what they refer to.</param>
    /// <param name="memory">The image.</param>
    public static KnownStack? Make(IReadOnlyList<StackStep> walk, IReadOnlyList<ThreadFrame> frames, Func<IEnumerable<StackRoot>> roots, PagedReader memory)
    {
        if (walk is not [{ RuntimeFrame: not null }, ..])
        {
            return null;
        }

        var known = new KnownStack(walk, frames, roots, memory);
        for (var at = 0; at < walk.Count; at++)
        {
            if (!(walk[at].RuntimeFrame is { } kind ? known.MarkRuntimeFrame(kind, walk[at].StackPointer) : known.MarkMethod(walk[at - 1], walk[at])))
            {
                return null;
            }
        }

        return known;
    }

    /// <summary>Whether the stack whose first frame is at <paramref name="head"/> is equal.</summary>
    public bool Fits(ulong head) =>
        _marks.TrueForAll(mark => _memory.TryRead(head + mark.Distance, out ulong word) && StackWord.Of(word, head) == mark.Word);

    /// <summary>Notes an equal stack that was walked too.</summary>
    public void Prove(ulong head, Func<IEnumerable<StackRoot>> roots) => _walked.Add((head, roots));

    /// <summary>The frames of an equal stack.</summary>
    public IReadOnlyList<ThreadFrame> FramesAt(ulong head) => [.. _frames.Select(frame => frame with { StackPointer = frame.StackPointer + (head - _head) })];

    /// <summary>Reads what the frames of an equal stack refer to; null where only a walk tells.</summary>
    public IReadOnlyList<FrameRoot>? ReadRoots(ulong head)
    {
        if (_slots is null)
        {
            _slots = new RootSlots(_memory);
            foreach (var walked in _walked)
            {
                _slots.Learn(walked.Head, FramesAt(walked.Head), walked.Roots());
            }
        }

        return _slots.Read(head);
    }

    private bool MarkRuntimeFrame(string kind, ulong address)
    {
        var words = RuntimeFrames.Words(kind);
        return words > 0 && Enumerable.Range(0, words).All(word => Mark(address + (uint)(word * WordSize)) is not null);
    }

    private bool MarkMethod(StackStep inner, StackStep step)
    {
        var (goesOn, begins) = (StackWord.Of(step.InstructionPointer, _head), StackWord.Of(step.StackPointer, _head));
        if (inner.RuntimeFrame is { } kind)
        {
            // Where it goes on stands in the runtime's frame.
            var words = _marks.TakeLast(RuntimeFrames.Words(kind)).Select(static mark => mark.Word).ToList();
            return words.Contains(goesOn) && words.Contains(begins);
        }

        var saved = step.StackPointer - (2 * WordSize);
        if (_memory.TryRead(saved, out ulong pointer) && StackWord.Of(pointer, _head).IsDistance)
        {
            Mark(saved);
        }

        return Mark(step.StackPointer - WordSize) == goesOn;
    }

    private StackWord? Mark(ulong address)
    {
        if (!_memory.TryRead(address, out ulong value))
        {
            return null;
        }

        var word = StackWord.Of(value, _head);
        _marks.Add((address - _head, word));
        return word;
    }
}
