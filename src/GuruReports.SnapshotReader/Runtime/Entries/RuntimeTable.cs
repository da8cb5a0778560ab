namespace GuruReports.SnapshotReader.Runtime.Entries;

/// <summary>All that the reader takes for granted of the runtime and its libraries.</summary>
internal static class RuntimeTable
{
    public static IReadOnlyList<RuntimeEntry> All { get; } =
    [
        .. TaskEntries.All, .. ContinuationEntries.All, .. BoxEntries.All, .. SuspendedEntries.All, .. PromiseEntries.All, .. DelegateEntries.All,
        .. TimerEntries.All, .. PoolEntries.All, .. QueueEntries.All, .. LockEntries.All, .. SemaphoreEntries.All, .. ThreadEntries.All, .. LibraryEntries.All,
        .. FaultEntries.All, .. ContextEntries.All, .. FlowEntries.All, .. DynamicEntries.All,
    ];

    public static IReadOnlyList<RuntimeType> Types { get; } = [.. All.OfType<RuntimeType>()];
}
