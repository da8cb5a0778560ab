using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Runtime;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>Tells kinds of tasks whose meaning is known from those that a library or a later runtime has made up.</summary>
internal static class TaskKinds
{
    private static readonly HashSet<RuntimeType> s_known =
        [TaskEntries.Task, TaskEntries.TaskOf, SuspendedEntries.Task, SemaphoreEntries.Node, .. PromiseEntries.All.OfType<RuntimeType>()];

    /// <summary>True when it is known what a pending task of exactly this type is.</summary>
    public static bool IsKnown(ObjectKind kind) => kind.Exact is { } type && s_known.Contains(type);
}
