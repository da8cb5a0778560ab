using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Symbols;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>The frames of logical stacks, each kept once and known by number.</summary>
internal sealed class ChainFrames
{
    private readonly Image _image;
    private readonly Dictionary<(ulong Type, long State), int> _ids = [];
    private readonly List<AsyncFrame> _frames = [];

    public ChainFrames(Image image) => _image = image;

    public AsyncFrame this[int id] => _frames[id];

    public int IdOf(AwaitNode node)
    {
        var key = Key(node);
        if (!_ids.TryGetValue(key, out var id))
        {
            id = _frames.Count;
            _frames.Add(node.Method is null ? Join(node) : Method(node, node.Method));
            _ids[key] = id;
        }

        return id;
    }

    public AsyncFrame Of(AwaitNode node) => _frames[IdOf(node)];

    private (ulong, long) Key(AwaitNode node)
    {
        if (node.Method is { } method)
        {
            // The box is of the exact type; the type of a struct within may be shared by several.
            return (method.MachineObject == 0 ? node.Kind.MethodTable : method.Shape.Type.MethodTable, method.State ?? long.MinValue);
        }

        // Continuations differ by the method that they run.
        var action = _image.Fields.Reference(node.Address, TaskEntries.Action);
        return (node.Kind.MethodTable, action == 0 ? 0 : (long)(_image.Fields.Value<ulong>(action, DelegateEntries.PointerOfStatic) ?? 0) ^ (long)(_image.Fields.Value<ulong>(action, DelegateEntries.Pointer) ?? 0));
    }

    private AsyncFrame Method(AwaitNode node, PendingMethod method)
    {
        var frame = _image.Symbols.StateMachine(method.Shape.Type, method.State, method.Shape.IsIterator ? AsyncFrameKind.Iterator : AsyncFrameKind.Method);
        return method.MachineObject != 0 || ImageNames.LastArgument(node.Kind.Name) is not { } exact
            ? frame
            : frame with { Method = ImageNames.OfStateMachine(exact) };
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
