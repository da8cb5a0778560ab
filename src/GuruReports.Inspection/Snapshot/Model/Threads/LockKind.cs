namespace GuruReports.Inspection.Snapshot.Model.Threads;

/// <summary>Kinds of locks.</summary>
internal enum LockKind
{
    /// <summary>A monitor whose owner is in the object header.</summary>
    ThinMonitor,

    /// <summary>A monitor with a sync block.</summary>
    Monitor,

    /// <summary>System.Threading.Lock.</summary>
    Lock,

    /// <summary>ReaderWriterLockSlim.</summary>
    ReaderWriterLock,

    /// <summary>SemaphoreSlim: has no owner.</summary>
    Semaphore,
}
