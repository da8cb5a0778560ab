namespace GuruReports.SnapshotReader.Runtime.Entries;

/// <summary>Semaphores, and the objects around handles of the operating system.</summary>
internal static class SemaphoreEntries
{
    public static readonly RuntimeType Semaphore = new("System.Threading.SemaphoreSlim", Features.Semaphores, Features.SemaphoreTasks);
    public static readonly RuntimeField Free = new(Semaphore, "m_currentCount", FieldShape.Bits32, Features.Semaphores, Features.SemaphoreTasks);
    public static readonly RuntimeField Maximum = new(Semaphore, "m_maxCount", FieldShape.Bits32, Features.Semaphores, Features.SemaphoreTasks);
    public static readonly RuntimeField Waiters = new(Semaphore, "m_waitCount", FieldShape.Bits32, Features.Semaphores, Features.SemaphoreTasks);
    public static readonly RuntimeField FirstTask = new(Semaphore, "m_asyncHead", FieldShape.Reference, Features.Semaphores, Features.SemaphoreTasks);
    public static readonly RuntimeType Node = new("System.Threading.SemaphoreSlim+TaskNode", Features.Semaphores, Features.SemaphoreTasks);
    public static readonly RuntimeField NextTask = new(Node, "Next", FieldShape.Reference, Features.Semaphores, Features.SemaphoreTasks);
    public static readonly RuntimeType Handle = new("System.Threading.WaitHandle", Features.WaitHandles);
    public static readonly RuntimeField SafeHandle = new(Handle, "_waitHandle", FieldShape.Reference, Features.WaitHandles);
    public static readonly RuntimeType SafeWaitHandle = new("Microsoft.Win32.SafeHandles.SafeWaitHandle", Features.WaitHandles);

    public static IReadOnlyList<RuntimeEntry> All { get; } = [Semaphore, Free, Maximum, Waiters, FirstTask, Node, NextTask, Handle, SafeHandle, SafeWaitHandle];
}
