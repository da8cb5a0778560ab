namespace GuruReports.Inspection.Vocabulary;

/// <summary>
/// The waits of the framework, as its frames show them: for a capture's states and for the reader of a snapshot. The names
/// are those of .NET 10 and 11; a call that is missing here reads as unknown, never as another.
/// </summary>
internal static class WaitCalls
{
    /// <summary>Waits whose object a snapshot can show.</summary>
    public static readonly WaitCall[] OnObjects =
    [
        new("System.Threading.Monitor", "Enter", WaitKind.Monitor, "waiting to enter a monitor"),
        new("System.Threading.Monitor", "TryEnter", WaitKind.Monitor, "waiting to enter a monitor"),
        new("System.Threading.Monitor", "ReliableEnter", WaitKind.Monitor, "waiting to enter a monitor"),
        new("System.Threading.Monitor", "Wait", WaitKind.MonitorWait, "waiting for a pulse on a monitor"),
        new("System.Threading.Monitor", "ObjWait", WaitKind.MonitorWait, "waiting for a pulse on a monitor"),
        new("System.Threading.Condition", "Wait", WaitKind.MonitorWait, "waiting for a pulse on a monitor"),
        new("System.Threading.Lock", "Wait", WaitKind.MonitorWait, "waiting for a pulse on a monitor"),
        new("System.Threading.Lock", "Enter", WaitKind.Lock, "waiting to enter a Lock"),
        new("System.Threading.Lock", "TryEnter", WaitKind.Lock, "waiting to enter a Lock"),
        new("System.Threading.ReaderWriterLockSlim", "", WaitKind.ReaderWriterLock, "waiting to enter a ReaderWriterLockSlim"),
        new("System.Threading.Tasks.Task", "Wait", WaitKind.Task, "waiting for a Task"),
        new("System.Threading.Tasks.Task", "InternalWait", WaitKind.Task, "waiting for a Task"),
        new("System.Threading.Tasks.Task", "SpinThenBlockingWait", WaitKind.Task, "waiting for a Task"),
        new("System.Threading.Tasks.Task<*", "get_Result", WaitKind.Task, "waiting for a Task's result"),
        new("System.Threading.Tasks.Task<*", "GetResultCore", WaitKind.Task, "waiting for a Task's result"),
        new("System.Threading.SemaphoreSlim", "Wait", WaitKind.Semaphore, "waiting for a SemaphoreSlim"),
        new("System.Threading.ManualResetEventSlim", "Wait", WaitKind.Event, "waiting for a ManualResetEventSlim"),
        new("System.Threading.CountdownEvent", "Wait", WaitKind.Event, "waiting for a CountdownEvent"),
        new("System.Threading.Barrier", "SignalAndWait", WaitKind.Event, "waiting for a Barrier"),
        new("System.Threading.WaitHandle", "WaitOne", WaitKind.WaitHandle, "waiting for a handle"),
        new("System.Threading.WaitHandle", "WaitAny", WaitKind.WaitHandle, "waiting for any of several handles"),
        new("System.Threading.WaitHandle", "WaitAll", WaitKind.WaitHandle, "waiting for all of several handles"),
        new("System.Threading.WaitHandle", "WaitMultiple", WaitKind.WaitHandle, "waiting for several handles"),
        new("System.Threading.WaitHandle", "SignalAndWait", WaitKind.WaitHandle, "waiting for a handle"),
        new("System.Threading.Thread", "Join", WaitKind.Join, "waiting for a thread to end"),
        new("System.Threading.Thread", "Sleep", WaitKind.Sleep, "sleeping"),
        new("System.Threading.Thread", "UninterruptibleSleep", WaitKind.Sleep, "sleeping"),
        new("System.Threading.CancellationTokenSource.Registrations", "WaitForCallbackToComplete", WaitKind.Callback, "waiting for a cancellation callback to end"),
    ];

    /// <summary>Calls on what lies outside the managed heap, and calls by which the framework makes one of the waits above.</summary>
    public static readonly WaitCall[] Others =
    [
        new("System.Threading.ReaderWriterLock", "", WaitKind.Lock, "waiting to enter a ReaderWriterLock"),
        new("System.Threading.SpinLock", "", WaitKind.Lock, "waiting to enter a SpinLock"),
        new("System.Threading.Tasks.ValueTask<*", "get_Result", WaitKind.Task, "waiting for a ValueTask's result"),
        new("System.Runtime.CompilerServices.TaskAwaiter*", "", WaitKind.Task, "waiting for a Task's result"),
        new("System.Runtime.CompilerServices.ValueTaskAwaiter*", "GetResult", WaitKind.Task, "waiting for a ValueTask's result"),
        new("System.Runtime.CompilerServices.ConfiguredTaskAwaitable*", "GetResult", WaitKind.Task, "waiting for a Task's result"),
        new("System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable*", "GetResult", WaitKind.Task, "waiting for a ValueTask's result"),
        new("System.Threading.Tasks.Parallel", "", WaitKind.Task, "waiting for a parallel loop"),
        new("System.Threading.Tasks.TaskAsyncEnumerableExtensions*", "", WaitKind.Task, "waiting for the next item of an asynchronous sequence"),
        new("System.Collections.Concurrent.BlockingCollection<*", "", WaitKind.WaitHandle, "waiting for a BlockingCollection"),
        new("System.Diagnostics.Process", "WaitForExit", WaitKind.WaitHandle, "waiting for a process to end"),
        new("System.Diagnostics.ProcessWaitState", "WaitForExit", WaitKind.WaitHandle, "waiting for a process to end"),
        new("System.Threading.SpinWait", "SpinUntil", WaitKind.WaitHandle, "spinning until a condition holds"),
        new("System.GC", "WaitForPendingFinalizers", WaitKind.WaitHandle, "waiting for the finalizer"),
        new("System.GC", "_WaitForPendingFinalizers", WaitKind.WaitHandle, "waiting for the finalizer"),
        new("System.GC", "WaitForFullGC", WaitKind.WaitHandle, "waiting for a collection"),
        new("System.Net.Sockets.Socket", "", WaitKind.Socket, "in a call on a socket"),
        new("System.Net.Sockets.SocketPal", "", WaitKind.Socket, "in a call on a socket"),
        new("System.Net.Sockets.SocketAsyncContext", "", WaitKind.Socket, "in a call on a socket"),
        new("System.Net.Sockets.NetworkStream", "", WaitKind.Socket, "in a call on a socket"),
        new("System.Net.Dns", "", WaitKind.Socket, "resolving a host name"),
        new("System.IO.RandomAccess", "", WaitKind.File, "in a call on a file"),
        new("System.IO.FileStream", "", WaitKind.File, "in a call on a file"),
        new("System.IO.Strategies.*", "", WaitKind.File, "in a call on a file"),
        new("System.IO.FileSystem", "", WaitKind.File, "in a call on the file system"),
        new("Microsoft.Win32.SafeHandles.SafeFileHandle", "", WaitKind.File, "in a call on a file"),
        new("System.IO.Pipes.*", "", WaitKind.File, "in a call on a pipe"),
        new("System.ConsolePal*", "", WaitKind.File, "in a call on the terminal"),
        new("System.IO.StdInReader", "", WaitKind.File, "in a call on the terminal"),
        new("System.IO.FileSystemWatcher*", "", WaitKind.File, "watching files"),
    ];

    /// <summary>Frames that wait for work: what comes before them did not block anyone.</summary>
    public static readonly WaitCall[] Idle =
    [
        new("System.Threading.LowLevelLifoSemaphore", "", WaitKind.Work, "waiting for work"),
        new("System.Threading.PortableThreadPool.WorkerThread", "WorkerThreadStart", WaitKind.Work, "waiting for work"),
        new("System.Threading.PortableThreadPool.GateThread", "GateThreadStart", WaitKind.Work, "waiting for the next look at the pool"),
        new("System.Threading.PortableThreadPool.WaitThread", "WaitThreadStart", WaitKind.Work, "waiting for registered handles"),
        new("System.Threading.PortableThreadPool.IOCompletionPoller", "", WaitKind.Work, "waiting for completions"),
        new("System.Threading.TimerQueue", "TimerThread", WaitKind.Work, "waiting for the next timer"),
        new("System.Net.Sockets.SocketAsyncEngine", "EventLoop", WaitKind.Work, "waiting for socket events"),
    ];

    /// <summary>Frames that run someone's code: a wait further out is not what the thread is doing now.</summary>
    public static readonly WaitCall[] Executing =
    [
        new("System.Threading.ExecutionContext", "Run", WaitKind.Unknown, ""),
        new("System.Threading.Tasks.Task", "Execute", WaitKind.Unknown, ""),
        new("System.Threading.Tasks.Task", "InnerInvoke", WaitKind.Unknown, ""),
        new("System.Threading.ThreadPoolWorkQueue", "Dispatch", WaitKind.Unknown, ""),
        new("System.Threading.Thread", "StartCallback", WaitKind.Unknown, ""),
        new("System.Threading.Thread.StartHelper", "", WaitKind.Unknown, ""),
    ];
}
