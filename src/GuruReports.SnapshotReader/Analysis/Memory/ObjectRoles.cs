namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>What a type means to the analysis.</summary>
[Flags]
internal enum ObjectRoles
{
    None = 0,

    /// <summary>Derives from Task.</summary>
    Task = 1,

    /// <summary>Holds the state machine of an async method.</summary>
    Box = 2,

    /// <summary>A box that is used again and again, and no Task.</summary>
    PooledBox = 4,

    Lock = 8,
    ReaderWriterLock = 16,
    Semaphore = 32,
    String = 64,
    Exception = 128,
    Free = 256,

    /// <summary>A TaskCompletionSource, generic or not.</summary>
    TaskSource = 512,

    /// <summary>A Mutex, event or other WaitHandle.</summary>
    WaitHandle = 1024,

    /// <summary>A queue of the thread pool or of timers, the pool itself, or what a dynamic method refers to.</summary>
    RuntimePart = 2048,

    /// <summary>What the table of known types wants the walk to keep.</summary>
    Known = 4096,

    /// <summary>An object of the service whose fields refer to queues.</summary>
    Keeper = 8192,

    /// <summary>An array of references, or of structures with references.</summary>
    Array = 16384,

    /// <summary>Every object, whatever else it is.</summary>
    Any = 32768,

    /// <summary>What the walk hands to the collector of tasks and locks.</summary>
    Collected = Array | Task | PooledBox | Lock | ReaderWriterLock | Semaphore | TaskSource | WaitHandle | RuntimePart | Known | Keeper,
}
