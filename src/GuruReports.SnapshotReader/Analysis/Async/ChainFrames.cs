using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Methods;
using GuruReports.SnapshotReader.Analysis.Symbols;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>The frames of logical stacks, each kept once and known by number.</summary>
internal sealed class ChainFrames
{
    private readonly Image _image;
    private readonly Dictionary<(ulong Type, long State), int> _ids = [];
    private readonly List<AsyncFrame> _frames = [];

    private readonly SuspensionPoints _points;

    public ChainFrames(Image image)
    {
        _image = image;
        _points = new SuspensionPoints(image);
    }


    public AsyncFrame this[int id] => _frames[id];

    public int IdOf(AwaitNode node)
    {
        var key = Key(node);
        if (!_ids.TryGetValue(key, out var id))
        {
            id = _frames.Count;
            _frames.Add(node.Method switch
            {
                BoxedMethod boxed => Boxed(node, boxed),
                SuspendedMethod suspended => Suspended(suspended),
                _ => Join(node),
            });
            _ids[key] = id;
        }

        return id;
    }

    public AsyncFrame Of(AwaitNode node) => _frames[IdOf(node)];

    private (ulong, long) Key(AwaitNode node)
    {
        if (node.Method is { } method)
        {
            return method switch
            {
                // The box is of the exact type; the type of a struct within may be shared by several.
                BoxedMethod boxed => (boxed.MachineObject == 0 ? node.Kind.MethodTable : boxed.Shape.Type.MethodTable, boxed.State ?? long.MinValue),
                SuspendedMethod suspended => (suspended.Method?.MethodDesc ?? 0, (long)suspended.Address),
                _ => (node.Kind.MethodTable, long.MinValue),
            };
        }

        // Continuations differ by the method that they run.
        var action = _image.Fields.Reference(node.Address, TaskEntries.Action);
        return (node.Kind.MethodTable, action == 0 ? 0 : (long)(_image.Fields.Value<ulong>(action, DelegateEntries.PointerOfStatic) ?? 0) ^ (long)(_image.Fields.Value<ulong>(action, DelegateEntries.Pointer) ?? 0));
    }

    private AsyncFrame Boxed(AwaitNode node, BoxedMethod method)
    {
        var frame = _image.Symbols.StateMachine(method.Shape.Type, method.State, method.Shape.IsIterator ? AsyncFrameKind.Iterator : AsyncFrameKind.Method);
        return method.MachineObject != 0 || ImageNames.LastArgument(node.Kind.Name) is not { } exact
            ? frame
            : frame with { Method = ImageNames.OfStateMachine(exact) };
    }

    private AsyncFrame Suspended(SuspendedMethod suspended)
    {
        if (suspended.Method is not { } method)
        {
            var name = FormattableString.Invariant($"unknown method @{suspended.Address:x}");
            return new AsyncFrame { Kind = AsyncFrameKind.Method, Method = name, State = suspended.State, Owner = CodeOwner.Framework };
        }

        // While it runs, it stands where its thread does.
        return suspended.State is { } state
            ? _image.Symbols.Suspended(method, _points.OffsetOf(suspended), state)
            : _image.Symbols.Running(method, suspended.Address);
    }

    private AsyncFrame Join(AwaitNode node)
    {
        var kind = JoinNames.Find(node.Kind);
        var target = _image.Delegates.Find(_image.Fields.Reference(node.Address, TaskEntries.Action));
        return new AsyncFrame
        {
            Kind = kind,
            Method = target is null ? JoinNames.Readable(node.Kind) : JoinNames.WithDelegate(kind, target.Method),
            File = target?.Place?.File,
            Line = target?.Place?.Line,
            Owner = target?.Owner ?? CodeOwner.Framework,
        };
    }
}
