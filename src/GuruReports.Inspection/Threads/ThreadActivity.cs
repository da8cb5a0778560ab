namespace GuruReports.Inspection.Threads;

/// <summary>Says what a thread is doing.</summary>
public enum ThreadActivity
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>Running, or ready to run, in managed or native code.</summary>
    Running,

    /// <summary>Waiting to enter a monitor (<c>lock</c> on an object).</summary>
    WaitingForMonitor,

    /// <summary>Waiting to enter a <see cref="System.Threading.Lock"/>, a reader-writer lock or a spin lock.</summary>
    WaitingForLock,

    /// <summary>Waiting for a pulse in <see cref="Monitor.Wait(object)"/>.</summary>
    WaitingForPulse,

    /// <summary>Waiting for a <see cref="Task"/> to complete.</summary>
    WaitingForTask,

    /// <summary>Waiting for an event, a mutex, a process or another handle.</summary>
    WaitingForHandle,

    /// <summary>Waiting for a semaphore.</summary>
    WaitingForSemaphore,

    /// <summary>Waiting for another thread to end.</summary>
    Joining,

    /// <summary>Sleeping.</summary>
    Sleeping,

    /// <summary>In a call on a socket.</summary>
    InSocketCall,

    /// <summary>In a call on a file, a pipe or a terminal.</summary>
    InFileCall,

    /// <summary>In another system call.</summary>
    InSystemCall,

    /// <summary>A thread of the pool or the runtime that waits for work.</summary>
    Idle,
}
