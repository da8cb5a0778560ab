using System.Globalization;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Snapshot.Protocol;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;

namespace GuruReports.Hosting.Sections.Snapshot;

/// <summary>Deadlocks, and each lock with its owner and those that wait.</summary>
internal sealed class LocksGenerator : ISnapshotGenerator
{
    /// <inheritdoc/>
    public string Title => "Locks";

    /// <inheritdoc/>
    public ReportSection Generate(ReportContext context)
    {
        if (context.Snapshot is not { } snapshot)
        {
            return SnapshotSection.Without(Title, context, StackFallback.Locks(context));
        }

        var entries = new List<ReportEntry>();
        if (snapshot.DeadlockCycles.Count > 0)
        {
            entries.Add(new ReportEntry("deadlocks", new ReportTree([.. snapshot.DeadlockCycles.Select(Show)])));
        }

        // A monitor that was waited on for a pulse stays inflated; unheld and without waiters it tells nothing. Nor does what
        // a thread of the library held for itself alone.
        var used = snapshot.Locks.Where(static found => IsUsed(found) && !IsOfTheLibrary(found)).ToList();
        if (used.Count > 0)
        {
            entries.Add(new ReportEntry("locks", new ReportTree([.. used.Select(Show)])));
        }

        var held = used.Where(static found => found.Waiters.Count > 0 && found.OwnerFrames.Count > 0).ToList();
        if (held.Count > 0)
        {
            entries.Add(new ReportEntry("owners", new ReportStacks([.. held.Select(Owner)])));
        }

        return SnapshotSection.Of(Title, snapshot, ["Locks", "Deadlocks", "Threads", "Walk"], Summarize(snapshot, used), entries.Count == 0 ? null : new ReportMap(entries));
    }

    private static bool IsUsed(SnapshotLock found) =>
        found.Owner is not null || found.OwnerUnknown is not null || found.Waiters.Count > 0 || found is { WaiterCount: > 0 } or { AsyncWaiters: > 0 } or { Readers: > 0 };

    // One that runs a section of the service holds the service's locks.
    private static bool IsOfTheLibrary(SnapshotLock found) => found is { Waiters.Count: 0, WaiterCount: null or 0 } and not { AsyncWaiters: > 0 }
        && found.Owner?.Name?.StartsWith(LibraryThreads.Prefix, StringComparison.Ordinal) == true
        && found.HeldIn?.Owner is null or CodeOwner.Framework;

    private static string Summarize(SnapshotResult snapshot, List<SnapshotLock> used)
    {
        var waiting = used.Sum(static found => found.Waiters.Count);
        var tasks = used.Sum(static found => found.AsyncWaiters ?? 0);
        return $"{Measures.Count(used.Count, "lock")} held or waited for, {Measures.Count(waiting, "thread")} and {Measures.Count(tasks, "task")} waiting, "
            + Measures.Count(snapshot.DeadlockCycles.Count, "deadlock");
    }

    private static ReportTreeNode Show(DeadlockCycle cycle)
    {
        var behind = cycle.Behind.Count == 0 ? "" : $", {Measures.Count(cycle.Behind.Count, "thread")} behind: {SnapshotWords.Threads(cycle.Behind)}";
        return new ReportTreeNode($"{cycle.Parties.Count} parties wait for each other{behind}", [], [.. cycle.Parties.Select(Show)]);
    }

    private static ReportTreeNode Show(DeadlockParty party)
    {
        var name = party.Task is { } task ? "async " + task.Method + Suffix(SnapshotWords.Location(task.File, task.Line)) : SnapshotWords.Thread(party.ManagedId, party.ThreadName, party.OsThreadId);
        var holds = party.Holds is null ? "" : $"  holds {SnapshotWords.Object(party.Holds)}{Suffix(Place(party.HeldIn))}";
        return new ReportTreeNode($"{name}{holds}  wants {party.WaitsFor}{Suffix(Place(party.WaitsIn))}", [], []);
    }

    private static string? Place(SnapshotFrame? frame) => frame is null ? null : SnapshotWords.Location(frame.File, frame.Line) ?? frame.Method;

    private static string Suffix(string? place) => place is null ? "" : $" ({place})";

    private static ReportTreeNode Show(SnapshotLock found)
    {
        var entered = found.Recursion is > 1 ? string.Create(CultureInfo.InvariantCulture, $" ×{found.Recursion}") : "";
        var readers = found.Readers is > 0 ? $"{Measures.Count(found.Readers.Value, "reader")} inside, " : "";
        var name = ObjectNames.Of(found.TypeName, found.Address);
        return new ReportTreeNode(
            $"{name}  {readers}held by {OwnerOf(found)}{entered}{Suffix(Place(found.HeldIn))}{Waiting(found)}",
            found.Waiters.Count == 0 ? [] : [new ReportEntry("waiting threads", new ReportList([.. found.Waiters.Select(static id => (ReportValue)id)]))],
            []);
    }

    private static string OwnerOf(SnapshotLock found) => found switch
    {
        { Owner: { } owner } => SnapshotWords.Thread(owner.ManagedId, owner.Name, owner.OsThreadId),
        { OwnerUnknown: { } reason } => $"unknown: {reason}",
        { ReaderIds.Count: > 0 } => SnapshotWords.Threads(found.ReaderIds),
        _ => "nobody",
    };

    private static string Waiting(SnapshotLock found)
    {
        var parts = new List<string>();
        if (found.Waiters.Count > 0)
        {
            parts.Add($"{Measures.Count(found.Waiters.Count, "thread")} waiting");
        }
        else if (found.WaiterCount is > 0)
        {
            parts.Add($"{Measures.Count(found.WaiterCount.Value, "thread")} waiting");
        }

        if (found.AsyncWaiters is > 0)
        {
            parts.Add($"{Measures.Count(found.AsyncWaiters.Value, "task")} waiting");
        }

        if (found.CurrentCount is { } count)
        {
            parts.Add(found.MaximumCount is { } most
                ? string.Create(CultureInfo.InvariantCulture, $"{count} of {most} free")
                : string.Create(CultureInfo.InvariantCulture, $"{count} free"));
        }

        return string.Concat(parts.Select(static part => ", " + part));
    }

    private static StackGroup Owner(SnapshotLock found) => new()
    {
        Count = 1,
        Noun = "thread",
        State = $"holds {ObjectNames.Of(found.TypeName, found.Address)}",
        Remarks = [$"{Measures.Count(found.Waiters.Count, "thread")} waiting"],
        Frames = SnapshotWords.Lines(found.OwnerFrames),
        Members = [new StackMember(SnapshotWords.Thread(found.Owner?.ManagedId, found.Owner?.Name, found.Owner?.OsThreadId), [])],
    };
}
