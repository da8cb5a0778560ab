using GuruReports.SnapshotReader.Runtime;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>What the types of the table mean to the analysis, as far as the runtime is known well enough to read them.</summary>
internal static class CoreTypes
{
    private static readonly Dictionary<RuntimeType, (ObjectRoles Roles, RuntimeFeature Feature)> s_roles = new()
    {
        [TaskEntries.Task] = (ObjectRoles.Task, Features.Tasks),
        [BoxEntries.Box] = (ObjectRoles.Box, Features.Boxes),
        [BoxEntries.PooledBox] = (ObjectRoles.PooledBox | ObjectRoles.Box, Features.PooledBoxes),
        [LockEntries.Lock] = (ObjectRoles.Lock, Features.Locks),
        [LockEntries.ReaderWriter] = (ObjectRoles.ReaderWriterLock, Features.ReaderWriterLocks),
        [SemaphoreEntries.Semaphore] = (ObjectRoles.Semaphore, Features.Semaphores),
        [TaskEntries.Source] = (ObjectRoles.TaskSource, Features.CompletionSources),
        [TaskEntries.SourceOf] = (ObjectRoles.TaskSource, Features.CompletionSources),
        [SemaphoreEntries.Handle] = (ObjectRoles.WaitHandle, Features.WaitHandles),
        [PoolEntries.Queues] = (ObjectRoles.RuntimePart, Features.Queues),
        [PoolEntries.Local] = (ObjectRoles.RuntimePart, Features.LocalQueues),
        [PoolEntries.Pool] = (ObjectRoles.RuntimePart, Features.PoolLimits),
        [TimerEntries.Queue] = (ObjectRoles.RuntimePart, Features.Timers),
        [DynamicEntries.Resolver] = (ObjectRoles.RuntimePart, Features.DynamicCalls),
        [ThreadEntries.Exception] = (ObjectRoles.Exception, Features.HeapErrors),
    };

    /// <summary>The roles that a type has by itself or inherits.</summary>
    public static ObjectRoles RolesOf(IReadOnlyList<RuntimeType> types, KnownRuntime known)
    {
        var roles = ObjectRoles.None;
        foreach (var type in types)
        {
            if (s_roles.TryGetValue(type, out var found) && known.Has(found.Feature))
            {
                roles |= found.Roles;
            }
        }

        return roles;
    }
}
