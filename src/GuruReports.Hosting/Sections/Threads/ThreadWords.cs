using GuruReports.Inspection.Threads;

namespace GuruReports.Hosting.Sections.Threads;

/// <summary>The words for what threads are and do.</summary>
internal static class ThreadWords
{
    /// <summary>Returns the words for a state.</summary>
    public static string Of(ThreadActivity activity, ThreadGroupKind kind) => activity switch
    {
        ThreadActivity.Running => "running",
        ThreadActivity.WaitingForMonitor => "waiting for a monitor",
        ThreadActivity.WaitingForLock => "waiting for a lock",
        ThreadActivity.WaitingForPulse => "waiting for a pulse",
        ThreadActivity.WaitingForTask => "waiting for a Task",
        ThreadActivity.WaitingForHandle => "waiting for a handle",
        ThreadActivity.WaitingForSemaphore => "waiting for a semaphore",
        ThreadActivity.Joining => "waiting for a thread to end",
        ThreadActivity.Sleeping => "sleeping",
        ThreadActivity.InSocketCall => "in a socket call",
        ThreadActivity.InFileCall => "in a file call",
        ThreadActivity.InSystemCall => "in a system call",
        ThreadActivity.Idle => "idle",
        _ => kind is ThreadGroupKind.NoManagedFrame ? "without a managed frame" : "state unknown",
    };

    /// <summary>Returns the words for a role; null for threads that the service started.</summary>
    public static string? Of(ThreadRole role) => role switch
    {
        ThreadRole.Main => "main",
        ThreadRole.PoolWorker => "pool",
        ThreadRole.PoolGate => "pool gate",
        ThreadRole.PoolWait => "pool wait",
        ThreadRole.PoolIO => "pool I/O",
        ThreadRole.SocketEngine => "socket engine",
        ThreadRole.Timer => "timer",
        ThreadRole.Signal => "signals",
        ThreadRole.Finalizer => "finalizer",
        ThreadRole.Tiering => "tiered compilation",
        ThreadRole.GarbageCollector => "garbage collector",
        ThreadRole.Runtime => "runtime",
        ThreadRole.Native => "native",
        _ => null,
    };
}
