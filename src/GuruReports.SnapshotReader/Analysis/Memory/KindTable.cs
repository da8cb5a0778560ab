using GuruReports.SnapshotReader.KnownTypes;
using GuruReports.SnapshotReader.Memory;
using GuruReports.SnapshotReader.Runtime;
using GuruReports.SnapshotReader.Runtime.Entries;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>Method table → kind, as an open-addressed table: the walk asks once for each object.</summary>
internal sealed class KindTable
{
    private readonly ClrRuntime _runtime;
    private readonly PagedReader _memory;
    private readonly KnownRuntime _known;
    private readonly KnownTable _table;
    private readonly List<ObjectKind> _kinds = [];
    private readonly HashSet<ulong> _invalid = [];
    private ulong[] _keys = new ulong[4096];
    private ObjectKind?[] _values = new ObjectKind?[4096];

    public KindTable(ClrRuntime runtime, PagedReader memory, KnownRuntime known, KnownTable table)
    {
        _runtime = runtime;
        _memory = memory;
        _known = known;
        _table = table;
    }

    /// <summary>Whether a type is of the service's own code; says no of all until it is set.</summary>
    public Func<ClrType, bool> IsService { get; set; } = static _ => false;

    public IReadOnlyList<ObjectKind> Kinds => _kinds;

    /// <summary>The kind of a method table; null when it is none.</summary>
    public ObjectKind? Find(ulong methodTable)
    {
        var mask = _keys.Length - 1;
        for (var slot = Hash(methodTable) & mask; ; slot = (slot + 1) & mask)
        {
            if (_keys[slot] == methodTable)
            {
                return _values[slot];
            }

            if (_keys[slot] == 0)
            {
                return Add(methodTable);
            }
        }
    }

    /// <summary>The kind of the object at an address; null when there is none.</summary>
    public ObjectKind? KindAt(ulong address)
    {
        if (address == 0 || (address & 7) != 0)
        {
            return null;
        }

        var methodTable = _memory.Pointer(address) & ~7UL;
        return methodTable == 0 ? null : Find(methodTable);
    }

    /// <summary>The kind of the object at an address, where objects of it were met before; null for all else. Never asks the runtime: a word that is no reference may be asked about.</summary>
    public ObjectKind? KnownKindAt(ulong address) => address == 0 || (address & 7) != 0 ? null : FindKnown(_memory.Pointer(address) & ~7UL);

    /// <summary>The kind of a method table that was met before; null for all else. Never asks the runtime, so it may be asked about anything.</summary>
    public ObjectKind? FindKnown(ulong methodTable)
    {
        var mask = _keys.Length - 1;
        for (var slot = Hash(methodTable) & mask; _keys[slot] != 0; slot = (slot + 1) & mask)
        {
            if (_keys[slot] == methodTable)
            {
                return _values[slot];
            }
        }

        return null;
    }

    private static int Hash(ulong methodTable) => (int)((methodTable * 0x9E3779B97F4A7C15) >> 40);

    private ObjectKind? Add(ulong methodTable)
    {
        if (methodTable < 0x1000 || _invalid.Contains(methodTable))
        {
            return null;
        }

        var type = _runtime.GetTypeByMethodTable(methodTable);
        if (type is null || !_memory.TryRead(methodTable, out uint flags) || !_memory.TryRead(methodTable + 4, out uint baseSize))
        {
            _invalid.Add(methodTable);
            return null;
        }

        var known = Lineage(type);
        var rows = _table.RolesOf(type);
        var kind = new ObjectKind
        {
            MethodTable = methodTable,
            Type = type,
            Index = _kinds.Count,
            BaseSize = baseSize,
            ComponentSize = (flags & 0x80000000) != 0 ? flags & 0xFFFF : 0,
            Roles = Roles(type, known, rows) | (IsService(type) && _table.Keepers.Has(type) ? ObjectRoles.Keeper : ObjectRoles.None),
            Known = known,
            Rows = rows,
            Exact = known.Length > 0 && _known.TypeOf(type) == known[0] ? known[0] : null,
        };
        _kinds.Add(kind);
        if (_kinds.Count * 2 > _keys.Length)
        {
            Grow();
        }

        Insert(kind);
        return kind;
    }

    private ObjectRoles Roles(ClrType type, IReadOnlyList<RuntimeType> known, KnownRole[] rows)
    {
        if (type.IsFree)
        {
            return ObjectRoles.Free;
        }

        // What the runtime is read by comes first: a service may declare a type of its own that is a task, too.
        return type.IsString ? ObjectRoles.String
            : CoreTypes.RolesOf(known, _known) is var core and not ObjectRoles.None ? core
            : Array.Exists(rows, static role => role.IsKept) ? ObjectRoles.Known
            : type is { IsArray: true, ContainsPointers: true } ? ObjectRoles.Array : ObjectRoles.None;
    }

    private RuntimeType[] Lineage(ClrType type)
    {
        List<RuntimeType>? result = null;
        for (ClrType? current = type; current is not null; current = current.BaseType)
        {
            if (_known.TypeOf(current) is { } known)
            {
                (result ??= []).Add(known);
            }
        }

        return result is null ? [] : [.. result];
    }

    private void Grow()
    {
        _keys = new ulong[_keys.Length * 2];
        _values = new ObjectKind?[_keys.Length];
        foreach (var kind in _kinds)
        {
            Insert(kind);
        }
    }

    private void Insert(ObjectKind kind)
    {
        var mask = _keys.Length - 1;
        var slot = Hash(kind.MethodTable) & mask;
        while (_keys[slot] != 0 && _keys[slot] != kind.MethodTable)
        {
            slot = (slot + 1) & mask;
        }

        _keys[slot] = kind.MethodTable;
        _values[slot] = kind;
    }
}
