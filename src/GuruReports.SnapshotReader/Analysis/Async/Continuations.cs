using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Memory;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>Finds whom a task tells when it ends.</summary>
internal sealed class Continuations
{
    private const int Deepest = 6;
    private readonly PagedReader _memory;
    private readonly KindTable _kinds;
    private readonly FieldMap _fields;

    public Continuations(PagedReader memory, KindTable kinds, FieldMap fields)
    {
        _memory = memory;
        _kinds = kinds;
        _fields = fields;
    }

    /// <summary>Adds the tasks and boxes that the continuation object of a task leads to.</summary>
    public void Decode(ulong continuation, List<ulong> result) => Decode(continuation, result, 0);

    private void Decode(ulong continuation, List<ulong> result, int depth)
    {
        if (depth == Deepest || _kinds.KindAt(continuation) is not { } kind)
        {
            return;
        }

        if ((kind.Roles & (ObjectRoles.Task | ObjectRoles.Box)) != 0)
        {
            result.Add(continuation);
            return;
        }

        if (IsList(kind))
        {
            DecodeList(continuation, result, depth);
            return;
        }

        // An Action leads to its target; a wrapper or an awaiting continuation to its action; ContinueWith to its task.
        foreach (var field in (ReadOnlySpan<string>)["_target", "m_task", "m_action", "_continuation", "m_continuation", "_innerTask"])
        {
            if (_fields.Reference(continuation, field) is var next and not 0 && next != continuation)
            {
                Decode(next, result, depth + 1);
                return;
            }
        }
    }

    private void DecodeList(ulong list, List<ulong> result, int depth)
    {
        var items = _fields.Reference(list, "_items");
        var count = _fields.Value<int>(list, "_size") ?? 0;
        var length = items == 0 ? 0 : _memory.Int32(items + 8);
        for (var i = 0; i < Math.Min(count, length); i++)
        {
            Decode(_memory.Pointer(items + 16 + ((uint)i * 8)), result, depth + 1);
        }
    }

    private bool IsList(ObjectKind kind) => _fields.Offset(kind, "_items") >= 0 && _fields.Offset(kind, "_size") >= 0;
}
