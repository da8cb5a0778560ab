using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.SnapshotReader.Analysis.Async;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Threads;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Locks;

/// <summary>Finds the locks that are held or waited for.</summary>
internal sealed class LockReader
{
    private const int RecursionShift = 16;
    private const int RecursionMask = 0x3F;
    private readonly Image _image;
    private readonly LockOwners _owners;
    private readonly ReaderHolders _readers;
    private readonly ILookup<ulong, ThreadImage> _waiters;
    private readonly Dictionary<ulong, SnapshotLock> _locks = [];

    public LockReader(Image image, IReadOnlyList<ThreadImage> threads)
    {
        _image = image;
        _owners = new LockOwners(threads, image.Runtime.Threads);
        _readers = new ReaderHolders(image, threads);
        _waiters = threads.Where(static thread => thread.WaitsFor != 0).ToLookup(static thread => thread.WaitsFor);
    }

    public IReadOnlyDictionary<ulong, SnapshotLock> Locks => _locks;

    /// <summary>Reads monitors that have a sync block; these are known without a walk.</summary>
    public void ReadSyncBlocks()
    {
        foreach (var block in _image.Runtime.Heap.EnumerateSyncBlocks())
        {
            var address = block.Object;
            if (address == 0 || (!block.IsMonitorHeld && !_waiters.Contains(address)))
            {
                continue;
            }

            var owner = block.IsMonitorHeld ? _owners.ByAddress(block.HoldingThreadAddress) : null;
            Add(LockKind.Monitor, address, owner, block.IsMonitorHeld && owner is null ? "the holder is no live thread of the image" : null,
                block.IsMonitorHeld ? (int)block.RecursionCount : null, block.IsMonitorHeld ? (int)block.WaitingThreadCount : null);
        }
    }

    public void ReadCollected(CollectedObjects collected)
    {
        foreach (var (address, _, header) in collected.ThinLocked)
        {
            if (_locks.ContainsKey(address))
            {
                continue;
            }

            var owner = _owners.ByManagedId((int)(header & 0xFFFF));
            Add(LockKind.ThinMonitor, address, owner, owner is null ? "no live thread has the id in the object's header" : null,
                (int)((header >> RecursionShift) & RecursionMask) + 1, null);
        }

        foreach (var (address, _) in collected.Locks)
        {
            ReadLock(address);
        }

        foreach (var address in collected.ReaderWriterLocks)
        {
            ReadReaderWriterLock(address);
        }

        foreach (var address in collected.Semaphores)
        {
            ReadSemaphore(address);
        }
    }

    /// <summary>Adds what threads wait for although nothing says that it is held: handles, and locks just given up.</summary>
    public void ReadWaitedFor(IEnumerable<ThreadImage> threads)
    {
        foreach (var thread in threads)
        {
            if (thread.WaitsFor == 0 || _locks.ContainsKey(thread.WaitsFor))
            {
                continue;
            }

            switch (thread.Site!.Kind)
            {
                case WaitKind.Monitor:
                    Add(LockKind.Monitor, thread.WaitsFor, null, null, null, null);
                    break;
                case WaitKind.Lock:
                    ReadLock(thread.WaitsFor);
                    break;
                case WaitKind.ReaderWriterLock:
                    ReadReaderWriterLock(thread.WaitsFor);
                    break;
                case WaitKind.Semaphore:
                    ReadSemaphore(thread.WaitsFor);
                    break;
                default:
                    break;
            }
        }
    }

    private void ReadLock(ulong address)
    {
        const int WaiterShift = 7;
        var state = _image.Fields.Value<uint>(address, LockEntries.State) ?? 0;
        var osId = _image.Fields.Value<uint>(address, LockEntries.OwnerId) ?? 0;
        var held = (state & 1) != 0;
        if (!held && !_waiters.Contains(address))
        {
            return;
        }

        var owner = held ? _owners.ByOsId(osId) : null;
        var recursion = (int)(_image.Fields.Value<uint>(address, LockEntries.Recursion) ?? 0) + 1;
        Add(LockKind.Lock, address, owner, held && owner is null ? "no live thread has the id in the lock" : null, held ? recursion : null, (int)(state >> WaiterShift));
    }

    private void ReadReaderWriterLock(ulong address)
    {
        const uint WriterHeld = 0x80000000;
        const uint ReaderMask = 0x10000000 - 1;
        var owners = _image.Fields.Value<uint>(address, LockEntries.Owners) ?? 0;
        var readers = (int)(owners & ReaderMask);
        var writes = (owners & WriterHeld) != 0;
        if (!writes && readers == 0 && !_waiters.Contains(address))
        {
            return;
        }

        var writer = writes ? _owners.ByManagedId(_image.Fields.Value<int>(address, LockEntries.WriterId) ?? 0) : null;
        var inside = !writes && readers > 0 ? _readers.Of(address) : [];
        var unknown = !writes && inside.Count < readers ? $"the lock counts {readers} readers, {inside.Count} of them could be found"
            : writes && writer is null ? "no live thread has the id in the lock" : null;
        var waiting = (int)((_image.Fields.Value<uint>(address, LockEntries.WriteWaiters) ?? 0) + (_image.Fields.Value<uint>(address, LockEntries.ReadWaiters) ?? 0)
            + (_image.Fields.Value<uint>(address, LockEntries.UpgradeWaiters) ?? 0) + (_image.Fields.Value<uint>(address, LockEntries.WriteUpgradeWaiters) ?? 0));
        Add(LockKind.ReaderWriterLock, address, writer, unknown, null, waiting, readers: writes ? 0 : readers);
        _locks[address] = _locks[address] with { ReaderIds = inside };
    }

    private void ReadSemaphore(ulong address)
    {
        var threads = _image.Fields.Value<int>(address, SemaphoreEntries.Waiters) ?? 0;
        var tasks = SemaphoreQueues.AsyncWaiters(_image, address);
        if (threads == 0 && tasks == 0)
        {
            return;
        }

        var maximum = _image.Fields.Value<int>(address, SemaphoreEntries.Maximum);
        Add(LockKind.Semaphore, address, null, "a semaphore does not record who entered", null, threads, null,
            (_image.Fields.Value<int>(address, SemaphoreEntries.Free), maximum == int.MaxValue ? null : maximum, tasks));
    }

    private void Add(LockKind kind, ulong address, ThreadImage? owner, string? unknown, int? recursion, int? waiterCount,
        int? readers = null, (int? Current, int? Maximum, int Tasks)? semaphore = null)
    {
        // Only of monitors: the lock statement keeps the object on the stack, other locks are often reached through a field.
        if (kind is LockKind.Monitor or LockKind.ThinMonitor && owner is not null && _owners.DoubtOf(owner, address) is { } doubt)
        {
            (owner, unknown) = (null, doubt);
        }

        _locks[address] = new SnapshotLock
        {
            Kind = kind,
            Address = address,
            TypeName = _image.Kinds.KindAt(address)?.Name ?? "?",
            Owner = owner is null ? null : new LockOwner { ManagedId = owner.ManagedId, OsThreadId = owner.Thread.OSThreadId, Name = owner.Name },
            OwnerUnknown = unknown,
            Recursion = recursion,
            Readers = readers,
            CurrentCount = semaphore?.Current,
            MaximumCount = semaphore?.Maximum,
            AsyncWaiters = semaphore?.Tasks,
            WaiterCount = waiterCount,
            Waiters = [.. _waiters[address].Where(static thread => thread.Site!.Kind != WaitKind.MonitorWait).Select(static thread => thread.ManagedId).Order()],
        };
    }
}
