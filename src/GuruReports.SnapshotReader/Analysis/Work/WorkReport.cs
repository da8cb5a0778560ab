using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Snapshot.Model.Work;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Async;
using GuruReports.SnapshotReader.Analysis.Memory;

namespace GuruReports.SnapshotReader.Analysis.Work;

/// <summary>Makes the result of the work: equal pieces together, the oldest first.</summary>
internal sealed class WorkReport(Image image, WorkFinder finder, ChainBuilder? chains, ChainFrames? frames, IReadOnlyList<WaitedPool> pools)
{
    private const int MostMembers = 5;
    private const int MostThreads = 100;

    private readonly Dictionary<ChainGroup, SnapshotFrame?> _places = [];

    public WorkSnapshot Make(IReadOnlyDictionary<int, SnapshotThread> threads)
    {
        var places = new WorkPlaces(image, threads, pools);
        var threadsOf = threads.Keys.Where(id => finder.OfThread(id) is not null).ToLookup(id => finder.OfThread(id)!);
        var groups = finder.Items
            .Select(item => (Item: item, Stand: Stand(item, places)))
            .GroupBy(static found => (found.Item.Kind, found.Item.Name, found.Item.Handler, found.Stand))
            .Select(group => Group(group.Key.Stand, [.. group.Select(static found => found.Item)], threadsOf))
            .OrderBy(static group => RankOf(group.Kind)).ThenByDescending(static group => group.OldestMilliseconds ?? -1)
            .ThenByDescending(static group => group.Count).ThenBy(static group => group.Name, StringComparer.Ordinal).ThenBy(static group => group.Waits, StringComparer.Ordinal)
            .ToList();
        var shown = groups.Take(image.Request.MaximumGroups).ToList();
        return new WorkSnapshot
        {
            Groups = shown,
            OmittedGroups = groups.Count - shown.Count,
            OmittedItems = groups.Skip(shown.Count).Sum(static group => group.Count),
            StacksWithoutWork = finder.StacksWithoutWork,
            Ended = finder.Ended,
        };
    }

    /// <summary>What has a client that waits comes before what lasts by its nature.</summary>
    private static int RankOf(WorkKind kind) => kind switch { WorkKind.Service => 1, WorkKind.Stream or WorkKind.Connection => 2, _ => 0 };

    private WorkStand Stand(WorkItem item, WorkPlaces places)
    {
        // A stack that is being run says less than the thread that runs it.
        var isRun = item.Chain is null || item.Chain.Target.Kind is AwaitKind.Running or AwaitKind.Completed or AwaitKind.DelegateTask;
        return item.Thread is { } thread && isRun ? places.Of(thread, item.Handler is not null)
            : item.Chain is { } chain ? new WorkStand(PlaceOf(chain), places.Of(chain), null)
            : default;
    }

    private SnapshotFrame? PlaceOf(ChainGroup chain)
    {
        if (!_places.TryGetValue(chain, out var place))
        {
            _places[chain] = place = Innermost(chain);
        }

        return place;
    }

    private SnapshotFrame? Innermost(ChainGroup chain)
    {
        AsyncFrame? best = null;
        var level = CodeOwner.Framework;
        foreach (var id in chains!.FramesOf(chain))
        {
            if (frames![id] is { } frame && frame.Owner > level)
            {
                (best, level) = (frame, frame.Owner);
            }
        }

        return best is null ? null : new SnapshotFrame { Method = "async " + best.Method, File = best.File, Line = best.Line, Owner = best.Owner };
    }

    private static WorkGroup Group(WorkStand stand, List<WorkItem> items, ILookup<WorkItem, int> threads)
    {
        items.Sort(static (left, right) => (right.Trace.Age ?? -1).CompareTo(left.Trace.Age ?? -1));
        return new WorkGroup
        {
            Kind = items[0].Kind,
            Name = items[0].Name,
            Handler = items[0].Handler,
            Place = stand.Place,
            Waits = stand.Waits,
            Count = items.Count,
            OldestMilliseconds = items[0].Trace.Age,
            CompiledInto = stand.Place is null && items[0].Thread is { } thread ? WorkPlaces.MadeAtRunTime(thread) : null,
            WithoutAge = items.Count(static item => item.Trace.Age is null),
            WithoutClient = items.Count(static item => item.IsClientGone),
            Members = [.. items.Where(static item => item.Trace != default).Take(MostMembers).Select(static item => new WorkMember
            {
                Name = item.WholeName is { } whole && item.Name.Contains(Identifiers.Placeholder, StringComparison.Ordinal) ? whole : null,
                AgeMilliseconds = item.Trace.Age,
                TraceId = item.Trace.TraceId,
                SpanId = item.Trace.SpanId,
                Protocol = item.Protocol,
                Thread = item.Thread?.ManagedId,
            })],
            Threads = [.. items.SelectMany(item => threads[item]).Order().Take(MostThreads)],
        };
    }
}
