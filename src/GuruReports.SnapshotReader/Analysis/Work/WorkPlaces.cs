using System.Globalization;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Async;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Threads;

namespace GuruReports.SnapshotReader.Analysis.Work;

/// <summary>Says what threads and logical stacks wait for, in words that are equal for those that wait alike.</summary>
internal sealed class WorkPlaces(Image image, IReadOnlyDictionary<int, SnapshotThread> threads, IReadOnlyList<WaitedPool> pools)
{
    /// <summary>The method made at run time that stands for the service's own code on a thread; null when that has frames of its own.</summary>
    public static string? MadeAtRunTime(ThreadImage thread) => thread.Frames
        .Select(static frame => frame.Method).FirstOrDefault(static method => method.Type.Module is null or { IsDynamic: true })?.Name;

    /// <param name="thread">The thread.</param>
    /// <param name="isNamed">Whether the method that it was asked to run is known: then one made at run time around it says nothing.</param>
    public WorkStand Of(ThreadImage thread, bool isNamed)
    {
        if (thread.Frames.Count == 0)
        {
            return new WorkStand(null, null, thread.ManagedId);
        }

        var waits = Pool(pools.FirstOrDefault(pool => pool.Threads.Contains(thread.ManagedId)))
            ?? (threads.GetValueOrDefault(thread.ManagedId)?.WaitsFor is { } wait ? Words(wait) : null);
        var place = image.Symbols.Blamed(thread.Frames);
        return new WorkStand(isNamed && place is { Owner: CodeOwner.Package } && MadeAtRunTime(thread) is not null ? null : place, waits ?? "outside managed code", null);
    }

    public string Of(ChainGroup chain) => Pool(pools.FirstOrDefault(pool => pool.Chains.Contains(chain.Id))) ?? Words(chain.Target.Kind, chain.Target.Text);

    private static string Words(AwaitKind kind, string text) => kind switch
    {
        AwaitKind.Running => "running",
        AwaitKind.Completed => "about to go on",
        AwaitKind.Queued => "waiting for " + text,
        _ => "awaiting " + text,
    };

    private string Words(ThreadWait wait)
    {
        var owner = wait.OwnerManagedId is { } id ? string.Create(CultureInfo.InvariantCulture, $" held by #{id}") : "";
        var pool = wait.ChainId is { } chain ? Pool(pools.FirstOrDefault(pool => pool.Chains.Contains(chain))) : null;
        var target = pool is not null ? ": " + pool : wait.Target is { } found ? ": " + found.Text : "";
        return WaitWords.Of(wait.Kind) + owner + target;
    }

    private static string? Pool(WaitedPool? pool)
    {
        if (pool is null)
        {
            return null;
        }

        var name = "waiting for " + (pool.Lends ?? "a place in " + pool.TypeName);
        return pool is { InUse: { } used, Limit: { } limit } ? string.Create(CultureInfo.InvariantCulture, $"{name} ({used} of {limit} in use)") : name;
    }
}
