using GuruReports.SnapshotReader.Memory;
using GuruReports.SnapshotReader.Runtime;
using GuruReports.SnapshotReader.Runtime.Entries;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>Where the fields of the table lie in objects of each kind, each looked up once.</summary>
internal sealed class FieldMap
{
    private const int WordSize = 8;
    private readonly PagedReader _memory;
    private readonly KindTable _kinds;
    private readonly KnownRuntime _known;
    private readonly Dictionary<(ulong MethodTable, RuntimeField Field), int> _offsets = [];

    public FieldMap(PagedReader memory, KindTable kinds, KnownRuntime known)
    {
        _memory = memory;
        _kinds = kinds;
        _known = known;
    }

    /// <summary>The offset of an instance field from the object's address; -1 when the kind has no such field, or the runtime no such entry.</summary>
    public int Offset(ObjectKind kind, RuntimeField wanted)
    {
        if (!_offsets.TryGetValue((kind.MethodTable, wanted), out var offset))
        {
            var field = _known.Has(wanted) ? Declaring(kind, wanted.Type)?.GetFieldByName(wanted.Field) : null;
            offset = field is null ? -1 : field.Offset + WordSize;
            _offsets[(kind.MethodTable, wanted)] = offset;
        }

        return offset;
    }

    /// <summary>The type itself: of types that the runtime makes as it goes, the inherited fields are not listed.</summary>
    private ClrType? Declaring(ObjectKind kind, RuntimeType type)
    {
        var current = kind.Is(type) ? kind.Type : null;
        while (current is not null && _known.TypeOf(current) != type)
        {
            current = current.BaseType;
        }

        return current;
    }

    /// <summary>The object that a field refers to; 0 when it is null, missing or unreadable.</summary>
    public ulong Reference(ulong address, RuntimeField field)
    {
        if (_kinds.KindAt(address) is not { } kind)
        {
            return 0;
        }

        var offset = Offset(kind, field);
        return offset < 0 ? 0 : _memory.Pointer(address + (uint)offset);
    }

    /// <summary>The value of a field; null when it is missing or unreadable.</summary>
    public T? Value<T>(ulong address, RuntimeField field)
        where T : unmanaged
    {
        if (_kinds.KindAt(address) is not { } kind)
        {
            return null;
        }

        var offset = Offset(kind, field);
        return offset >= 0 && _memory.TryRead(address + (uint)offset, out T value) ? value : null;
    }
}
