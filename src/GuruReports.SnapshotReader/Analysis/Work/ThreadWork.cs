using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Async;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Threads;
using GuruReports.SnapshotReader.KnownTypes.Rows;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Work;

/// <summary>Says for what work threads are there.</summary>
internal sealed class ThreadWork(Image image, WorkItems items, WorkOwners owners, FlowContexts flows)
{
    /// <summary>The work of a thread; null when it does none that is known.</summary>
    public WorkItem? Find(ThreadImage thread, AwaitGraph? graph)
    {
        var own = image.Symbols.Blamed(thread.Frames)?.Owner ?? CodeOwner.Framework;
        return OfTasks(thread, graph) ?? Invocation(thread) ?? OfObjects(thread)
            ?? OfContexts(thread, graph, own is not CodeOwner.Framework) ?? Timer(thread)
            ?? (thread.IsPoolThread && own is not CodeOwner.Framework ? Item(thread) : null);
    }

    private WorkItem? OfTasks(ThreadImage thread, AwaitGraph? graph)
    {
        foreach (var task in thread.Runs)
        {
            if ((items.OfObject(task) ?? owners.Outward(graph?.Find(task))) is { } item)
            {
                return item;
            }
        }

        return null;
    }

    /// <summary>By the objects that its frames refer to: methods that have not been suspended yet have no task.</summary>
    private WorkItem? OfObjects(ThreadImage thread)
    {
        for (var at = 0; at < thread.Frames.Count; at++)
        {
            var type = thread.Frames[at].Method.Type;
            if (image.Symbols.Owner(type) is CodeOwner.Framework && !WorkOwners.IsPartOf(type, KestrelRows.Request))
            {
                continue;
            }

            foreach (var root in ThreadReader.ComparedRootsOf(thread))
            {
                if (root.Frame == at && items.OfObject(root.Object) is { } item)
                {
                    return item;
                }
            }
        }

        return null;
    }

    private WorkItem? OfContexts(ThreadImage thread, AwaitGraph? graph, bool isOwn)
    {
        if (items.OfFlow(flows.Of(image.Fields.Reference(thread.Object, FlowEntries.OfThread)), isOwn) is { } item)
        {
            return item;
        }

        foreach (var task in thread.Runs)
        {
            if (graph?.Find(task) is { } node && items.OfFlow(flows.OfNode(node), isOwn) is { } flowing)
            {
                return flowing;
            }
        }

        return null;
    }

    private WorkItem? Timer(ThreadImage thread)
    {
        var at = IndexOf(thread, method => image.Known.TypeOf(method.Type) == TimerEntries.Entry && (method.Name == FlowEntries.TimerCall.Method || method.Name == FlowEntries.TimerFire.Method));
        if (at < 0 || !image.Known.Has(Features.TimerRuns))
        {
            return null;
        }

        var timer = ThreadReader.ComparedRootsOf(thread).FirstOrDefault(root => root.Frame == at && image.Kinds.KindAt(root.Object)?.Is(TimerEntries.Entry) == true).Object;
        var name = image.Delegates.Find(image.Fields.Reference(timer, TimerEntries.Callback))?.Method ?? Outermost(thread, at);
        return name is null ? null : items.Add(new WorkItem { Kind = WorkKind.Timer, Name = name });
    }

    private WorkItem? Invocation(ThreadImage thread)
    {
        var at = IndexOf(thread, method => WorkOwners.IsPartOf(method.Type, EndpointRows.Dispatcher));
        return at < 0 || Outermost(thread, at) is not { } name ? null : items.Add(new WorkItem { Kind = WorkKind.Invocation, Name = name });
    }

    private WorkItem? Item(ThreadImage thread)
    {
        foreach (var task in thread.Runs)
        {
            if (image.Delegates.Find(image.Fields.Reference(task, TaskEntries.Action)) is { Owner: not CodeOwner.Framework } target)
            {
                return items.Add(new WorkItem { Kind = WorkKind.Item, Name = target.Method });
            }
        }

        return Outermost(thread, thread.Frames.Count) is { } name ? items.Add(new WorkItem { Kind = WorkKind.Item, Name = name }) : null;
    }

    /// <summary>The outermost method inside a frame that is not the framework's.</summary>
    private string? Outermost(ThreadImage thread, int end)
    {
        for (var at = end - 1; at >= 0; at--)
        {
            if (image.Symbols.Owner(thread.Frames[at].Method.Type) is not CodeOwner.Framework)
            {
                return image.Symbols.Name(thread.Frames[at].Method);
            }
        }

        return null;
    }

    private static int IndexOf(ThreadImage thread, Func<Microsoft.Diagnostics.Runtime.ClrMethod, bool> isWanted)
    {
        for (var at = 0; at < thread.Frames.Count; at++)
        {
            if (isWanted(thread.Frames[at].Method))
            {
                return at;
            }
        }

        return -1;
    }
}
