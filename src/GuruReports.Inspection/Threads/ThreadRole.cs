namespace GuruReports.Inspection.Threads;

/// <summary>Says what a thread is there for.</summary>
public enum ThreadRole
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>The process's first thread.</summary>
    Main,

    /// <summary>A thread that code of the service or of a library started.</summary>
    User,

    /// <summary>A worker of the managed thread pool.</summary>
    PoolWorker,

    /// <summary>The thread pool's gate, which adds workers when the pool starves.</summary>
    PoolGate,

    /// <summary>A thread of the pool that waits for registered handles.</summary>
    PoolWait,

    /// <summary>A completion port thread of the pool.</summary>
    PoolIO,

    /// <summary>A thread that waits for socket readiness.</summary>
    SocketEngine,

    /// <summary>The thread that fires timers.</summary>
    Timer,

    /// <summary>The runtime's signal thread, or one that runs signal handlers.</summary>
    Signal,

    /// <summary>The finalizer.</summary>
    Finalizer,

    /// <summary>The thread that compiles hot methods again.</summary>
    Tiering,

    /// <summary>A thread of the garbage collector.</summary>
    GarbageCollector,

    /// <summary>Another thread of the runtime: diagnostics, debugger, synchronization.</summary>
    Runtime,

    /// <summary>A thread that the runtime does not know.</summary>
    Native,
}
