namespace GuruReports.Inspection.Vocabulary;

/// <summary>Kinds of waits of a thread.</summary>
internal enum WaitKind
{
    /// <summary>The image does not prove what.</summary>
    Unknown,

    /// <summary>Entering a monitor (lock on an object).</summary>
    Monitor,

    /// <summary>Monitor.Wait: waits to be pulsed.</summary>
    MonitorWait,

    /// <summary>Entering a System.Threading.Lock.</summary>
    Lock,

    /// <summary>Blocked in Task.Wait, Result or GetResult.</summary>
    Task,

    /// <summary>Entering a ReaderWriterLockSlim.</summary>
    ReaderWriterLock,

    /// <summary>SemaphoreSlim.Wait.</summary>
    Semaphore,

    /// <summary>ManualResetEventSlim, CountdownEvent or Barrier.</summary>
    Event,

    /// <summary>A WaitHandle: event, mutex or semaphore.</summary>
    WaitHandle,

    /// <summary>Thread.Join.</summary>
    Join,

    /// <summary>Thread.Sleep.</summary>
    Sleep,

    /// <summary>CancellationTokenRegistration.Dispose: waits until a callback ends that runs on another thread.</summary>
    Callback,

    /// <summary>A call on a socket.</summary>
    Socket,

    /// <summary>A call on a file, a pipe or a terminal.</summary>
    File,

    /// <summary>Waits for work: nobody's wait.</summary>
    Work,
}
