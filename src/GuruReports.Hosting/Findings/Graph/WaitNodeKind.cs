namespace GuruReports.Hosting.Findings.Graph;

/// <summary>What waits, or is waited for.</summary>
internal enum WaitNodeKind
{
    /// <summary>A thread.</summary>
    Thread,

    /// <summary>Equal logical stacks of async methods.</summary>
    Chain,

    /// <summary>A lock that one holds.</summary>
    Lock,

    /// <summary>A mutex that several processes share by its name.</summary>
    NamedMutex,

    /// <summary>A semaphore.</summary>
    Semaphore,

    /// <summary>A pool or limiter.</summary>
    Pool,

    /// <summary>The thread pool: its queue, and the workers that should take from it.</summary>
    ThreadPool,

    /// <summary>A queue between writers and readers.</summary>
    Queue,

    /// <summary>A child process.</summary>
    Child,

    /// <summary>Who was asked something and has not answered.</summary>
    Peer,

    /// <summary>A static constructor.</summary>
    Initializer,

    /// <summary>The code that completes what others wait for.</summary>
    Completer,

    /// <summary>Some of these that wait for each other.</summary>
    Circle,
}
