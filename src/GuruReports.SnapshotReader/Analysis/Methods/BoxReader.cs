using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Memory;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Methods;

/// <summary>Reads the boxes of async methods.</summary>
internal sealed class BoxReader
{
    private const int WordSize = 8;
    private readonly PagedReader _memory;
    private readonly KindTable _kinds;
    private readonly FieldMap _fields;
    private readonly Dictionary<ulong, BoxShape?> _boxes = [];
    private readonly Dictionary<ulong, StateMachineShape> _classes = [];

    public BoxReader(Image image)
    {
        _memory = image.Memory;
        _kinds = image.Kinds;
        _fields = image.Fields;
    }

    /// <summary>True for a kind of box that this version can look into.</summary>
    public bool CanRead(ObjectKind kind) => Shape(kind) is { } shape && (shape.Inline is null || shape.Inline.StateOffset >= 0);

    /// <summary>Reads a box; null when it holds no method in progress (a pooled box that rests, or one that has ended).</summary>
    public BoxedMethod? Read(ulong address, ObjectKind kind)
    {
        if (Shape(kind) is not { } box)
        {
            return null;
        }

        var start = address + (uint)box.StateMachineOffset;
        var shape = box.Inline;
        if (shape is null)
        {
            start = _memory.Pointer(start);
            if (ClassShape(start) is not { } found)
            {
                return null;
            }

            shape = found;
        }

        // Both kinds of builder store the box in the state machine before its first suspension
        // and clear the state machine when the method has ended.
        if (shape.BuilderTaskOffsets.Count > 0 && !shape.BuilderTaskOffsets.Any(offset => _memory.Pointer(start + (uint)offset) == address))
        {
            return null;
        }

        int? state = shape.StateOffset >= 0 && _memory.TryRead(start + (uint)shape.StateOffset, out int value) ? value : null;
        var awaited = shape.AwaiterOffsets.Select(offset => _memory.Pointer(start + (uint)offset)).FirstOrDefault(static reference => reference != 0);
        return new BoxedMethod(shape, state, awaited, box.Inline is null ? start : 0, shape.ThisOffset < 0 ? 0 : _memory.Pointer(start + (uint)shape.ThisOffset));
    }

    private BoxShape? Shape(ObjectKind kind)
    {
        if (_boxes.TryGetValue(kind.MethodTable, out var shape))
        {
            return shape;
        }

        var entry = (kind.Roles & ObjectRoles.PooledBox) != 0 ? BoxEntries.PooledStateMachine : BoxEntries.StateMachine;
        if (_fields.Offset(kind, entry) is var start and >= 0 && kind.Type.GetFieldByName(entry.Field) is { } field)
        {
            var inline = field.IsValueType && field.Type is not null
                ? StateMachineShape.Of(field.Type, 0, [.. ReferenceMap.Of(_memory, kind).Where(offset => offset >= start).Select(offset => offset - start)])
                : null;
            shape = new BoxShape(start, inline);
        }

        return _boxes[kind.MethodTable] = shape;
    }

    private StateMachineShape? ClassShape(ulong address)
    {
        if (_kinds.KindAt(address) is not { } kind)
        {
            return null;
        }

        if (!_classes.TryGetValue(kind.MethodTable, out var shape))
        {
            _classes[kind.MethodTable] = shape = StateMachineShape.Of(kind.Type, WordSize, ReferenceMap.Of(_memory, kind));
        }

        return shape;
    }
}
