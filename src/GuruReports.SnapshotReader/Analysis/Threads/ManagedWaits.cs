using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Threads;

/// <summary>
/// Finds what a thread waits for where monitors and joins are managed: the stack refers to the monitor's Lock or Condition,
/// whether the compiler left a frame of Monitor or not, and to the event that the joined thread will set.
/// </summary>
internal sealed class ManagedWaits(Image image, MonitorLocks monitors, IReadOnlyCollection<ulong> threadObjects)
{
    private Dictionary<ulong, ulong>? _joined;

    /// <summary>Replaces what a thread waits with by the object that it waits for.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="waited">Finds the only object that the frames of a site can mean; 0 when there are none or several.</param>
    public void Resolve(ThreadImage thread, Func<ThreadImage, WaitSite, ulong> waited)
    {
        if (thread.Site is not { } site)
        {
            return;
        }

        if (site.Kind is WaitKind.MonitorWait or WaitKind.Join)
        {
            var found = site.Kind is WaitKind.Join ? Joined(thread, site) : ObjectOfCondition(thread, site);
            thread.WaitsFor = found != 0 ? found : thread.WaitsFor;
            return;
        }

        var entered = site.Kind is WaitKind.Monitor ? site.Inner : site;
        if (entered is not { Kind: WaitKind.Lock })
        {
            return;
        }

        var target = monitors.ObjectOf(waited(thread, entered));
        if (target != 0)
        {
            thread.WaitsFor = target;
            thread.Site = site with { Kind = WaitKind.Monitor };
        }
    }

    private ulong ObjectOfCondition(ThreadImage thread, WaitSite site)
    {
        foreach (var root in ThreadReader.ComparedRootsOf(thread))
        {
            if (root.Frame >= site.First && root.Frame <= site.Last
                && monitors.ObjectOf(image.Fields.Reference(root.Object, LockEntries.ConditionLock)) is var target and not 0)
            {
                return target;
            }
        }

        return 0;
    }

    /// <summary>The Thread object whose end sets the event that the frames wait for.</summary>
    private ulong Joined(ThreadImage thread, WaitSite site)
    {
        _joined ??= JoinEvents();
        foreach (var root in ThreadReader.ComparedRootsOf(thread))
        {
            if (root.Frame >= site.First && root.Frame <= site.Last && _joined.TryGetValue(root.Object, out var joined))
            {
                return joined;
            }
        }

        return 0;
    }

    private Dictionary<ulong, ulong> JoinEvents()
    {
        var result = new Dictionary<ulong, ulong>();
        foreach (var thread in threadObjects)
        {
            if (image.Fields.Reference(image.Fields.Reference(thread, ThreadEntries.JoinEvent), SemaphoreEntries.SafeHandle) is var handle and not 0)
            {
                result[handle] = thread;
            }
        }

        return result;
    }
}
