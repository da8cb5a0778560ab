using GuruReports.SnapshotReader.Analysis.Threads;

namespace GuruReports.SnapshotReader.Analysis.Locks;

/// <summary>Threads by each of the ids that locks keep.</summary>
internal sealed class LockOwners
{
    private readonly Dictionary<ulong, ThreadImage> _byAddress;
    private readonly Dictionary<int, ThreadImage> _byManagedId;
    private readonly Dictionary<uint, ThreadImage> _byOsId = [];

    public LockOwners(IReadOnlyList<ThreadImage> threads)
    {
        _byAddress = threads.ToDictionary(static thread => thread.Thread.Address);
        _byManagedId = threads.ToDictionary(static thread => thread.ManagedId);
        foreach (var thread in threads)
        {
            _byOsId[thread.Thread.OSThreadId] = thread;
        }
    }

    public ThreadImage? ByAddress(ulong address) => _byAddress.GetValueOrDefault(address);

    public ThreadImage? ByManagedId(int id) => _byManagedId.GetValueOrDefault(id);

    public ThreadImage? ByOsId(uint id) => _byOsId.GetValueOrDefault(id);
}
