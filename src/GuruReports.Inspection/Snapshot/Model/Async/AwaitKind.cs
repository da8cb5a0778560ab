namespace GuruReports.Inspection.Snapshot.Model.Async;

/// <summary>What an async method awaits in the end.</summary>
internal enum AwaitKind
{
    /// <summary>Not recognised; see <see cref="AwaitTarget.TypeName"/>.</summary>
    Unknown,

    /// <summary>Task.Delay.</summary>
    Delay,

    /// <summary>PeriodicTimer.</summary>
    Timer,

    /// <summary>A channel, or a block of Dataflow, that is empty.</summary>
    ChannelRead,

    /// <summary>A channel, or a block of Dataflow, that is full.</summary>
    ChannelWrite,

    /// <summary>SemaphoreSlim.WaitAsync.</summary>
    Semaphore,

    /// <summary>A TaskCompletionSource.</summary>
    CompletionSource,

    /// <summary>A socket.</summary>
    Socket,

    /// <summary>Another IValueTaskSource.</summary>
    ValueTaskSource,

    /// <summary>Ready: queued on the thread pool.</summary>
    Queued,

    /// <summary>A task that runs a delegate (Task.Run).</summary>
    DelegateTask,

    /// <summary>Nothing: it is running, or was not suspended yet.</summary>
    Running,

    /// <summary>A task that has completed; it is about to go on.</summary>
    Completed,

    /// <summary>Task.WhenAll whose tasks no longer wait.</summary>
    WhenAll,

    /// <summary>Task.WhenAny whose tasks no longer wait.</summary>
    WhenAny,

    /// <summary>Task.WaitAsync or another promise that waits for a task or time limit.</summary>
    Wait,

    /// <summary>A WaitHandle registered with the thread pool.</summary>
    WaitHandle,

    /// <summary>Itself, in a circle.</summary>
    Cycle,
}
