using GuruReports.SnapshotReader.Analysis.Async;
using GuruReports.SnapshotReader.Analysis.Calls;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Methods;
using GuruReports.SnapshotReader.Analysis.Pool;
using GuruReports.SnapshotReader.Analysis.Symbols;
using GuruReports.SnapshotReader.Analysis.Threads;
using GuruReports.SnapshotReader.KnownTypes;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Queues;

/// <summary>
/// Who could come to read a queue that nobody has hold of: methods that come to read any queue, by their code, and are of a type whose
/// objects refer to this one, or have an object of the service that leads to such an object; and what timers and the thread pool will call.
/// </summary>
internal sealed class QueueCode
{
    private const int Deepest = 3;
    private const int MostReached = 50_000;
    private const int MostOfOne = 64;
    private const int MostLater = 2_000;
    private readonly Image _image;
    private readonly NodeReferences _references;
    private readonly ReadingCode _reading;
    private readonly HashSet<string> _types = [];
    private readonly HashSet<ulong> _reached = [];
    private readonly HashSet<ulong> _held = [];
    private readonly Dictionary<ulong, string> _later = [];
    private readonly Dictionary<ulong, bool> _ofService = [];
    private readonly bool _isCut;

    public QueueCode(Image image, NodeReferences references, IReadOnlyList<AwaitNode> nodes, IReadOnlyList<ThreadImage> threads, IReadOnlyList<PoolCall> later)
    {
        _image = image;
        _references = references;
        _reading = new ReadingCode(image);
        foreach (var node in nodes.Where(MayRead).TakeWhile(_ => !image.Clock.IsOver))
        {
            NoteType((node.Method as BoxedMethod)?.Shape.Type.Name ?? (node.Method as SuspendedMethod)?.Method?.Type.Name);
            Follow(_references.Of(node).Append(_references.OwnerOf(node)));
        }

        foreach (var thread in threads.TakeWhile(_ => !image.Clock.IsOver))
        {
            var methods = thread.Frames.Select(static frame => (Type: frame.Method.Type.Name ?? "", Name: frame.Method.Name ?? "")).Distinct().Where(method => _reading.MayRead(ImageNames.OfMethod(method.Type, method.Name))).ToList();
            methods.ForEach(method => NoteType(method.Type));
            Follow(methods.Count == 0 ? [] : ThreadReader.RootsOf(thread).Select(static root => root.Object));
        }

        foreach (var (address, words, method) in later.Take(MostLater).TakeWhile(_ => !image.Clock.IsOver))
        {
            if (method is null || _reading.MayRead(method))
            {
                FollowLater(address, words);
            }
        }

        _isCut = _reached.Count >= MostReached || later.Count > MostLater || image.Clock.IsOver;
    }

    /// <summary>Whether calls in flight or threads may read a queue that these objects refer to.</summary>
    /// <param name="keepers">The objects.</param>
    /// <param name="names">The queue, and what stands for it.</param>
    public bool MayRead(IReadOnlyList<(ulong Address, ObjectKind Kind)> keepers, IReadOnlyList<ulong> names) =>
        _isCut || names.Any(_held.Contains) || keepers.Any(keeper => _reached.Contains(keeper.Address) || TypesOf(keeper.Kind).Any(_types.Contains));

    /// <summary>What will be called and may read it; null when nothing was found.</summary>
    public string? Later(IReadOnlyList<(ulong Address, ObjectKind Kind)> keepers) => keepers.Select(keeper => _later.GetValueOrDefault(keeper.Address)).FirstOrDefault(static words => words is not null);

    private bool MayRead(AwaitNode node) => node.Method switch
    {
        BoxedMethod boxed => _reading.MayRead(ImageNames.OfStateMachine(boxed.Shape.Type.Name ?? "")),
        SuspendedMethod { Method: { } method } => _reading.MayRead(ImageNames.OfMethod(method.Type.Name ?? "", method.Name ?? "")),
        _ => node.Method is not null,
    };

    // What is inherited is the type's own code, too.
    private IEnumerable<string> TypesOf(ObjectKind kind)
    {
        for (var type = kind.Type; type is not null && _image.Kinds.IsService(type); type = type.BaseType)
        {
            yield return PlainNames.Of(type.Name ?? "?");
        }
    }

    // State machines and closures lie within the type of the method.
    private void NoteType(string? name)
    {
        for (var plain = PlainNames.Of(name ?? ""); plain.Length > 0 && _types.Add(plain); plain = plain[..Math.Max(0, plain.LastIndexOf('+'))])
        {
        }
    }

    private void Follow(IEnumerable<ulong> roots)
    {
        var pending = new Queue<(ulong Address, int Depth)>(roots.Select(static root => (root, 0)));
        while (pending.TryDequeue(out var next) && _reached.Count < MostReached)
        {
            if (next.Depth == 0)
            {
                _held.Add(next.Address);
            }

            if (IsOfService(next.Address) && _reached.Add(next.Address) && next.Depth < Deepest)
            {
                foreach (var reference in _references.Of(next.Address))
                {
                    pending.Enqueue((reference, next.Depth + 1));
                }
            }
        }
    }

    // Async methods are searched by themselves: a timer of theirs alone tells nothing.
    private void FollowLater(ulong start, string words)
    {
        var seen = new HashSet<ulong>();
        var pending = new Queue<ulong>([start]);
        while (pending.TryDequeue(out var address) && seen.Count < MostOfOne)
        {
            if (_image.Kinds.KindAt(address) is not { } kind || (kind.Roles & ObjectRoles.Box) != 0 || ((kind.Roles & ObjectRoles.Task) != 0 && address != start) || kind.Is(PromiseEntries.Delay) || !seen.Add(address))
            {
                continue;
            }

            if (IsOfService(address))
            {
                _later.TryAdd(address, words);
            }

            foreach (var reference in _references.Of(address))
            {
                pending.Enqueue(reference);
            }
        }
    }

    private bool IsOfService(ulong address)
    {
        if (_image.Kinds.KindAt(address) is not { ComponentSize: 0 } kind)
        {
            return false;
        }

        return _ofService.TryGetValue(kind.MethodTable, out var known) ? known : _ofService[kind.MethodTable] = _image.Kinds.IsService(kind.Type);
    }
}
