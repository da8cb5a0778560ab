using System.Runtime.InteropServices;
using GuruReports.SnapshotReader.Memory;
using GuruReports.SnapshotReader.Runtime;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>Keeps the pending tasks, boxes and locks that the walk comes by.</summary>
internal sealed class CollectedObjects : IObjectVisitor
{
    private const int MostFaulted = 10_000;
    private const int MostKeepers = 20_000;

    /// <summary>The most objects of one type that are kept for the table of known types.</summary>
    public const int MostKept = 100_000;

    private readonly PagedReader _memory;
    private readonly FieldMap _fields;
    private int _stateFlagsOffset = -1;
    private int _lockStateOffset = -1;

    public CollectedObjects(PagedReader memory, FieldMap fields)
    {
        _memory = memory;
        _fields = fields;
    }

    public ObjectRoles Wanted => ObjectRoles.Collected;

    /// <summary>Tasks that have not ended, boxes included, and pooled boxes.</summary>
    public List<(ulong Address, ObjectKind Kind)> Pending { get; } = [];

    /// <summary>Tasks that ended with an exception, boxes included.</summary>
    public List<(ulong Address, ObjectKind Kind)> Faulted { get; } = [];

    /// <summary>Objects of libraries that <see cref="KnownTypes.KnownTable"/> wants: pools and what they lend, queues, requests and services, in use or not.</summary>
    public List<(ulong Address, ObjectKind Kind)> Known { get; } = [];

    /// <summary>Objects of the service whose fields refer to queues, the first twenty thousand.</summary>
    public List<(ulong Address, ObjectKind Kind)> Keepers { get; } = [];

    /// <summary>The longest arrays with references.</summary>
    public LongArrays LongArrays { get; } = new();

    /// <summary>Objects whose header says that a thread holds them, and the header.</summary>
    public List<(ulong Address, ObjectKind Kind, uint Header)> ThinLocked { get; } = [];

    /// <summary>Locks of the class library that are held.</summary>
    public List<(ulong Address, ObjectKind Kind)> Locks { get; } = [];

    public List<ulong> ReaderWriterLocks { get; } = [];

    public List<ulong> Semaphores { get; } = [];

    /// <summary>The queues of the thread pool and of timers, and the pool itself, by type.</summary>
    public List<(ulong Address, RuntimeType Type)> RuntimeParts { get; } = [];

    /// <summary>The WaitHandle around each operating system handle.</summary>
    public Dictionary<ulong, ulong> WaitHandles { get; } = [];

    /// <summary>Live TaskCompletionSources by their tasks.</summary>
    public Dictionary<ulong, ulong> Sources { get; } = [];

    public void Enter(HeapSegment segment)
    {
    }

    public void Progress(double share)
    {
    }

    public void Visit(ulong address, ObjectKind kind, ulong size, ReadOnlySpan<byte> bytes, uint header)
    {
        if (ThinLock.IsHeld(header) && kind.Roles != ObjectRoles.Free)
        {
            ThinLocked.Add((address, kind, header));
        }

        if ((kind.Roles & ObjectRoles.Array) != 0)
        {
            LongArrays.Add(address, kind, MemoryMarshal.Read<int>(bytes[8..]));
        }
        else if ((kind.Roles & ObjectRoles.Collected) != 0)
        {
            Collect(address, kind, bytes);
        }
    }

    /// <summary>The parts of the runtime with that type.</summary>
    public IEnumerable<ulong> Parts(RuntimeType type) =>
        RuntimeParts.Where(part => part.Type == type).Select(static part => part.Address);

    private void Collect(ulong address, ObjectKind kind, ReadOnlySpan<byte> bytes)
    {
        if ((kind.Roles & ObjectRoles.Keeper) != 0)
        {
            if (Keepers.Count < MostKeepers)
            {
                Keepers.Add((address, kind));
            }

            if (kind.Roles == ObjectRoles.Keeper)
            {
                return;
            }
        }

        if ((kind.Roles & ObjectRoles.Task) != 0)
        {
            _stateFlagsOffset = _stateFlagsOffset < 0 ? _fields.Offset(kind, TaskEntries.StateFlags) : _stateFlagsOffset;
            var flags = Int32(address, bytes, _stateFlagsOffset);
            if (!TaskState.IsEnded(flags))
            {
                Pending.Add((address, kind));
            }
            else if (TaskState.IsFaulted(flags) && Faulted.Count < MostFaulted)
            {
                Faulted.Add((address, kind));
            }
        }
        else if ((kind.Roles & ObjectRoles.PooledBox) != 0)
        {
            Pending.Add((address, kind));
        }
        else if ((kind.Roles & ObjectRoles.TaskSource) != 0)
        {
            Sources[Reference(address, _fields.Offset(kind, kind.Is(TaskEntries.Source) ? TaskEntries.SourceTask : TaskEntries.SourceOfTask))] = address;
        }
        else if ((kind.Roles & ObjectRoles.Lock) != 0)
        {
            _lockStateOffset = _lockStateOffset < 0 ? _fields.Offset(kind, LockEntries.State) : _lockStateOffset;
            if (Int32(address, bytes, _lockStateOffset) != 0)
            {
                Locks.Add((address, kind));
            }
        }
        else if ((kind.Roles & ObjectRoles.WaitHandle) != 0)
        {
            WaitHandles[Reference(address, _fields.Offset(kind, SemaphoreEntries.SafeHandle))] = address;
        }
        else if ((kind.Roles & ObjectRoles.Known) != 0)
        {
            if (kind.Kept < MostKept)
            {
                kind.Kept++;
                Known.Add((address, kind));
            }
        }
        else if ((kind.Roles & ObjectRoles.RuntimePart) != 0)
        {
            RuntimeParts.Add((address, kind.Known[0]));
        }
        else
        {
            ((kind.Roles & ObjectRoles.Semaphore) != 0 ? Semaphores : ReaderWriterLocks).Add(address);
        }
    }

    private ulong Reference(ulong address, int offset) => offset < 0 ? 0 : _memory.Pointer(address + (uint)offset);

    private int Int32(ulong address, ReadOnlySpan<byte> bytes, int offset) =>
        offset + 4 <= bytes.Length ? MemoryMarshal.Read<int>(bytes[offset..]) : _memory.Int32(address + (uint)offset);
}
