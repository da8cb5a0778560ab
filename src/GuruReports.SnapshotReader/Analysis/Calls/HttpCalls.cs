using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.SnapshotReader.Analysis.Async;
using GuruReports.SnapshotReader.Analysis.Known;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Threads;
using GuruReports.SnapshotReader.KnownTypes;
using GuruReports.SnapshotReader.KnownTypes.Rows;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Calls;

/// <summary>Finds the HTTP requests that have begun and not ended: by the methods that hold them, and by the connections that carry them.</summary>
internal sealed class HttpCalls(Image image, NodeReferences references, KnownReader known)
{
    private const int Deepest = 30;
    private readonly Dictionary<ulong, HttpCall> _byRequest = [];

    public IEnumerable<CallFound> Find(
        IReadOnlyList<AwaitNode> nodes, IReadOnlyList<ThreadImage> threads, IReadOnlyList<(ulong Address, ObjectKind Kind)> parts, IReadOnlyList<LentMember> lent, IReadOnlyList<LibraryPool> pools)
    {
        foreach (var node in nodes)
        {
            if (NodeReferences.MethodOf(node) is { } method && method.StartsWith(HttpRows.Space, StringComparison.Ordinal))
            {
                Note(node);
            }
        }

        foreach (var thread in threads.Where(static thread => thread.Frames.Any(static frame => frame.Method.Type.Name?.StartsWith(HttpRows.Space, StringComparison.Ordinal) == true)))
        {
            Note(thread);
        }

        foreach (var (address, kind) in parts)
        {
            NotePart(address, kind, lent);
        }

        return _byRequest.Select(pair => Describe(pair.Key, pair.Value, pools)).OfType<CallFound>();
    }

    private void Note(AwaitNode node)
    {
        var (request, pool, limit) = Read(references.Of(node));
        if (request == 0)
        {
            return;
        }

        var call = Of(request);
        call.Pool = call.Pool == 0 ? pool : call.Pool;
        call.Age ??= limit;
        var isPools = NodeReferences.OutermostMethodOf(node) is { } method && method.StartsWith(HttpRows.PoolMethods, StringComparison.Ordinal);
        call.Opening ??= isPools ? StageOf(MethodNames(node), HttpRows.Openings) : null;
        if (call.Chain is not null && isPools)
        {
            return;
        }

        if (call.IsPools && !isPools)
        {
            (call.Chain, call.State) = (null, CallState.Unknown);
        }

        call.Chain ??= node.Group;
        call.IsPools = isPools;
        if (call.State == CallState.Unknown)
        {
            call.State = StageOf(MethodNames(node));
            call.Socket = MethodsBelow(node).LastOrDefault() is { Leaf: var leaf } ? Sockets.DescriptorOf(image, leaf) : null;
        }
    }

    private static IEnumerable<string> MethodNames(AwaitNode node) => MethodsBelow(node).Select(NodeReferences.MethodOf).OfType<string>();

    private void Note(ThreadImage thread)
    {
        var (request, pool, limit) = Read(ThreadReader.ComparedRootsOf(thread).Select(static root => root.Object));
        if (request == 0)
        {
            return;
        }

        var call = Of(request);
        call.Thread ??= thread.ManagedId;
        call.Pool = call.Pool == 0 ? pool : call.Pool;
        call.Age ??= limit;
        if (call.State == CallState.Unknown)
        {
            call.State = StageOf(thread.Frames.Select(static frame => $"{frame.Method.Type.Name}.{frame.Method.Name}"));
        }
    }

    // What the connections carry may be nobody's any more.
    private void NotePart(ulong address, ObjectKind kind, IReadOnlyList<LentMember> lent)
    {
        if (kind.IsOf(HttpRows.Connection) && known.Number(address, HttpRows.ConnectionDisposed) == 0 && known.Reference(address, HttpRows.ConnectionRequest) is var request and not 0)
        {
            var holder = lent.FirstOrDefault(member => member.Address == address);
            NoteCarried(request, CallState.Unread, holder);
        }
        else if (kind.IsOf(HttpRows.Stream) && known.Reference(address, HttpRows.StreamRequest) is var carried and not 0 && StageOfStream(address) is { } stage)
        {
            NoteCarried(carried, stage, null);
        }
    }

    private void NoteCarried(ulong request, CallState state, LentMember? holder)
    {
        var call = Of(request);
        call.State = call.State is CallState.Unknown || holder is null && state != CallState.Unread ? state : call.State;
        call.Chain ??= holder?.Chain;
        call.Thread ??= holder?.Thread;
    }

    private CallState? StageOfStream(ulong stream) => (known.Number(stream, HttpRows.StreamRequestState), known.Number(stream, HttpRows.StreamResponseState), known.Number(stream, HttpRows.StreamHasHeaders)) switch
    {
        (_, not 0, _) or (> 1, _, _) => null,
        (_, _, > 0) => CallState.ReadingBody,
        (0, _, _) => CallState.Sending,
        _ => CallState.WaitingForHeaders,
    };

    private HttpCall Of(ulong request)
    {
        if (!_byRequest.TryGetValue(request, out var call))
        {
            _byRequest[request] = call = new HttpCall();
        }

        return call;
    }

    private (ulong Request, ulong Pool, long? Age) Read(IEnumerable<ulong> found)
    {
        var (request, answered, pool, age) = (0UL, 0UL, 0UL, (long?)null);
        foreach (var address in found)
        {
            if (image.Kinds.KindAt(address) is not { Rows.Length: > 0 } kind)
            {
                continue;
            }

            request = kind.IsOf(HttpRows.Request) ? address : request;
            answered = kind.IsOf(HttpRows.Response) ? known.Reference(address, HttpRows.ResponseRequest) : answered;
            pool = kind.IsOf(HttpRows.Pool) ? address : pool;
            age ??= kind.IsOf(HttpRows.Limit) ? AgeOf(address) : null;
        }

        return (request != 0 ? request : answered, pool, age);
    }

    // The timer of a call without a time limit was never started.
    private long? AgeOf(ulong limit) => known.Reference(limit, HttpRows.LimitTimer) is var timer and not 0
        && image.Request.TickCount is { } now && image.Fields.Value<long>(timer, TimerEntries.StartTicks) is > 0 and var started ? Math.Max(0, now - started) : null;

    private static IEnumerable<AwaitNode> MethodsBelow(AwaitNode node)
    {
        var steps = 0;
        for (AwaitNode? current = node; current is not null && steps < Deepest; current = current.Producers.FirstOrDefault(), steps++)
        {
            yield return current;
        }
    }

    private static CallState StageOf(IEnumerable<string> methods) => StageOf(methods, HttpRows.Stages) ?? CallState.Unknown;

    private static CallState? StageOf(IEnumerable<string> methods, IReadOnlyList<(string Method, CallState State)> stages)
    {
        var all = methods.Where(static method => method.StartsWith(HttpRows.Space, StringComparison.Ordinal) || method.Contains(HttpRows.Waiter, StringComparison.Ordinal)).Select(Readable).ToList();
        return stages.FirstOrDefault(stage => all.Exists(method => method.Contains(stage.Method, StringComparison.Ordinal))) is (not null, var state) ? state : null;
    }

    // A.B+<SendAsync>d__5 stands for A.B.SendAsync.
    private static string Readable(string method) => method.Replace("+<", ".", StringComparison.Ordinal);

    private CallFound? Describe(ulong request, HttpCall call, IReadOnlyList<LibraryPool> pools)
    {
        if (known.Text(request, HttpRows.RequestAddress) is not { } address)
        {
            return null;
        }

        var isOpening = call.State == CallState.WaitingForConnection && pools.FirstOrDefault(pool => pool.Address == call.Pool && pool.Most != pool.InUse) is { Opening: > 0 };
        return new CallFound("HttpClient", $"{known.Text(request, HttpRows.RequestMethod) ?? "?"} {CallNames.OfAddress(address)}", isOpening ? call.Opening ?? CallState.Connecting : call.State)
        {
            Chain = call.Chain,
            Thread = call.Thread,
            Age = call.Age,
            Sockets = call.Socket is { } socket ? [socket] : [],
        };
    }
}
