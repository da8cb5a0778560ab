using System.Globalization;
using GuruReports.Inspection.CoreClr.Layout;
using GuruReports.SnapshotReader.Analysis.Threads;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Locks;

/// <summary>Threads by each of the ids that locks keep.</summary>
internal sealed class LockOwners
{
    // What a reader-writer lock keeps where no thread has entered to write.
    private const uint Nobody = uint.MaxValue;

    private readonly Dictionary<ulong, ThreadImage> _byAddress;
    private readonly Dictionary<int, ThreadImage> _byManagedId;
    private readonly Dictionary<uint, ThreadImage> _byOsId = [];
    private readonly HashSet<int> _givenAgain = [];
    private readonly string _version;

    /// <summary>Makes the tables.</summary>
    /// <param name="threads">The threads that were read.</param>
    /// <param name="all">All threads of the runtime, in the order of its list: the newest last.</param>
    /// <param name="version">The version of the runtime.</param>
    public LockOwners(IReadOnlyList<ThreadImage> threads, IEnumerable<ClrThread> all, string version)
    {
        _version = version;
        _byAddress = threads.ToDictionary(static thread => thread.Thread.Address);
        _byManagedId = threads.ToDictionary(static thread => thread.ManagedId);
        foreach (var thread in threads)
        {
            _byOsId[thread.Thread.OSThreadId] = thread;
        }

        FindGivenAgain(all);
    }

    /// <summary>Why an id that was asked for proved nothing; null while all did.</summary>
    public string? Unchecked { get; private set; }

    /// <summary>Returns whom the address of a thread in a held monitor means.</summary>
    public Holder FindByAddress(ulong address) => address == 0 ? Holder.Changing
        : _byAddress.GetValueOrDefault(address) is { } owner ? new Holder(owner)
        : new Holder(null, "the holder is no live thread of the image", Ended: true);

    /// <summary>Returns whom the id in a held lock means. An id proves nothing unless the service has seen what such ids mean.</summary>
    public Holder Find(LockThreadId meaning, uint id)
    {
        if (meaning == LockThreadId.Unknown)
        {
            Unchecked = $"what the id in the lock means could not be checked on .NET {_version}";
            return new Holder(null, Unchecked);
        }

        if (id is 0 or Nobody)
        {
            return Holder.Changing;
        }

        var owner = meaning == LockThreadId.Managed ? _byManagedId.GetValueOrDefault((int)id) : _byOsId.GetValueOrDefault(id);
        return owner is null ? new Holder(null, "no live thread has the id in the lock", Ended: true) : new Holder(owner);
    }

    /// <summary>
    /// Returns why a thread is not proved to hold a monitor that keeps its number; null when nothing speaks against it. The
    /// runtime gives the number of an ended thread to a new one: whoever has such a number must show the object on its stack.
    /// </summary>
    public string? DoubtOf(ThreadImage owner, ulong address) =>
        _givenAgain.Contains(owner.ManagedId) && owner.HasAllFrames && !ThreadReader.RootsOf(owner).Any(root => root.Object == address)
            ? string.Create(CultureInfo.InvariantCulture, $"the lock names thread {owner.ManagedId}, but that number was an earlier thread's too, and nothing on the stack of the thread that has it now refers to the lock")
            : null;

    // A number that was never given is higher than all before: a lower one behind a higher one was given a second time.
    private void FindGivenAgain(IEnumerable<ClrThread> all)
    {
        var highest = 0;
        foreach (var thread in all)
        {
            if (thread.ManagedThreadId < highest)
            {
                _givenAgain.Add(thread.ManagedThreadId);
            }

            highest = Math.Max(highest, thread.ManagedThreadId);
        }
    }
}
