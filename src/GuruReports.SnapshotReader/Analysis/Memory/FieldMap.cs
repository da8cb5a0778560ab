using GuruReports.SnapshotReader.Memory;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>Where fields lie, by type and name, each looked up once.</summary>
internal sealed class FieldMap
{
    private const int WordSize = 8;
    private readonly PagedReader _memory;
    private readonly KindTable _kinds;
    private readonly Dictionary<(ulong MethodTable, string Name), int> _offsets = [];

    public FieldMap(PagedReader memory, KindTable kinds)
    {
        _memory = memory;
        _kinds = kinds;
    }

    /// <summary>The offset of an instance field from the object's address; -1 when the type has no such field.</summary>
    public int Offset(ObjectKind kind, string name)
    {
        if (!_offsets.TryGetValue((kind.MethodTable, name), out var offset))
        {
            var field = kind.Type.GetFieldByName(name);
            offset = field is null ? -1 : field.Offset + WordSize;
            _offsets[(kind.MethodTable, name)] = offset;
        }

        return offset;
    }

    /// <summary>The object that a field refers to; 0 when it is null, missing or unreadable.</summary>
    public ulong Reference(ulong address, string name)
    {
        if (_kinds.KindAt(address) is not { } kind)
        {
            return 0;
        }

        var offset = Offset(kind, name);
        return offset < 0 ? 0 : _memory.Pointer(address + (uint)offset);
    }

    /// <summary>The value of a field; null when it is missing or unreadable.</summary>
    public T? Value<T>(ulong address, string name)
        where T : unmanaged
    {
        if (_kinds.KindAt(address) is not { } kind)
        {
            return null;
        }

        var offset = Offset(kind, name);
        return offset >= 0 && _memory.TryRead(address + (uint)offset, out T value) ? value : null;
    }
}
