using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Methods;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>How many tasks are pending, and of how many it is known what they are and wait for.</summary>
internal readonly record struct TaskTotals(int Pending, int Explained)
{
    /// <summary>Counts the tasks of a graph, and what they wait for that is of no known kind.</summary>
    public static TaskTotals Count(Image image, AwaitGraph graph, AwaitTargets targets)
    {
        var unexplained = new HashSet<ulong>();
        var tasks = new HashSet<ulong>();
        foreach (var node in graph.Nodes)
        {
            tasks.Add(node.Task);
            if (node.Producers.Count > 0 || node.Circle != 0)
            {
                continue;
            }

            var target = node.IsFrame ? targets.OfLeaf(node) : targets.OfTask(node);
            var isUnknown = target.Key.Kind == AwaitKind.Unknown;
            if (isUnknown || (node.Method is null && !TaskKinds.IsKnown(node.Kind)))
            {
                unexplained.Add(node.Task);
            }

            if (isUnknown && node.IsFrame)
            {
                image.Unknown.Add(UnknownSubject.AwaitTarget, target.Key.TypeName ?? "an awaiter that refers to no object");
            }
        }

        var unread = (int)image.Unknown.Count(UnknownSubject.PendingTask) - graph.Nodes.Count(static node => node.Method is null && !TaskKinds.IsKnown(node.Kind));
        return new TaskTotals(tasks.Count + unread, tasks.Count - unexplained.Count);
    }
}
