using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;
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
    private readonly MonitorLocks _monitors;
    private readonly ReaderHolders _readers;
    private readonly ILookup<ulong, ThreadImage> _waiters;
    private readonly Dictionary<ulong, SnapshotLock> _locks = [];

    public LockReader(Image image, IReadOnlyList<ThreadImage> threads, MonitorLocks monitors)
    {
        _image = image;
        _monitors = monitors;
        _owners = new LockOwners(threads, image.Runtime.Threads, image.Known.Version);
        _readers = new ReaderHolders(image, threads);
        _waiters = threads.Where(static thread => thread.WaitsFor != 0).ToLookup(static thread => thread.WaitsFor);
    }

    public IReadOnlyDictionary<ulong, SnapshotLock> Locks => _locks;

    /// <summary>Why the owners of locks cannot be told although their ids were read; null when they can.</summary>
    public string? Doubt => _owners.Unchecked;

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

            if (_monitors.LockOf(address) is var managed and not 0)
            {
                ReadLock(managed, LockKind.Monitor, address);
                continue;
            }

            var holder = block.IsMonitorHeld ? _owners.FindByAddress(block.HoldingThreadAddress) : Holder.None;
            Add(LockKind.Monitor, address, holder, block.IsMonitorHeld ? (int)block.RecursionCount : null, block.IsMonitorHeld ? (int)block.WaitingThreadCount : null);
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

            Add(LockKind.ThinMonitor, address, _owners.Find(_image.Request.MonitorOwner, header & 0xFFFF), (int)((header >> RecursionShift) & RecursionMask) + 1, null);
        }

        foreach (var (address, _) in collected.Locks)
        {
            if (_monitors.ObjectOf(address) == 0)
            {
                ReadLock(address, LockKind.Lock, address);
            }
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
                    Add(LockKind.Monitor, thread.WaitsFor, Holder.None, null, null);
                    break;
                case WaitKind.Lock:
                    ReadLock(thread.WaitsFor, LockKind.Lock, thread.WaitsFor);
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

    /// <summary>Reads a Lock: for itself, or as the monitor of an object.</summary>
    private void ReadLock(ulong address, LockKind kind, ulong target)
    {
        const int WaiterShift = 7;
        var state = _image.Fields.Value<uint>(address, LockEntries.State) ?? 0;
        var held = (state & 1) != 0;
        if (!held && !_waiters.Contains(target))
        {
            return;
        }

        var holder = held ? _owners.Find(_image.Request.LockOwner, _image.Fields.Value<uint>(address, LockEntries.OwnerId) ?? 0) : Holder.None;
        var recursion = (int)(_image.Fields.Value<uint>(address, LockEntries.Recursion) ?? 0) + 1;
        Add(kind, target, holder, held ? recursion : null, (int)(state >> WaiterShift));
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

        var writer = writes ? _owners.Find(_image.Request.WriterOwner, _image.Fields.Value<uint>(address, LockEntries.WriterId) ?? 0) : Holder.None;
        var inside = !writes && readers > 0 ? _readers.Of(address) : [];
        if (!writes && inside.Count < readers)
        {
            writer = new Holder(null, $"the lock counts {readers} readers, {inside.Count} of them could be found");
        }

        var waiting = (int)((_image.Fields.Value<uint>(address, LockEntries.WriteWaiters) ?? 0) + (_image.Fields.Value<uint>(address, LockEntries.ReadWaiters) ?? 0)
            + (_image.Fields.Value<uint>(address, LockEntries.UpgradeWaiters) ?? 0) + (_image.Fields.Value<uint>(address, LockEntries.WriteUpgradeWaiters) ?? 0));
        Add(LockKind.ReaderWriterLock, address, writer, null, waiting, readers: writes ? 0 : readers);
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
        Add(LockKind.Semaphore, address, new Holder(null, "a semaphore does not record who entered"), null, threads, null,
            (_image.Fields.Value<int>(address, SemaphoreEntries.Free), maximum == int.MaxValue ? null : maximum, tasks));
    }

    private void Add(LockKind kind, ulong address, Holder holder, int? recursion, int? waiterCount,
        int? readers = null, (int? Current, int? Maximum, int Tasks)? semaphore = null)
    {
        // Where the id is the managed one: the lock statement keeps the object on the stack, other locks are often reached through a field.
        if (kind is LockKind.Monitor or LockKind.ThinMonitor && holder.Thread is { } named && _owners.DoubtOf(named, address) is { } doubt)
        {
            holder = new Holder(null, doubt, Ended: true);
        }

        var owner = holder.Thread;
        _locks[address] = new SnapshotLock
        {
            Kind = kind,
            Address = address,
            TypeName = _image.Kinds.KindAt(address)?.Name ?? "?",
            Owner = owner is null ? null : new LockOwner { ManagedId = owner.ManagedId, OsThreadId = owner.Thread.OSThreadId, Name = owner.Name },
            OwnerUnknown = holder.Unknown,
            HolderEnded = holder.Ended,
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
