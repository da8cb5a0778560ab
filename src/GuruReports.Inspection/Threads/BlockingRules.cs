using static GuruReports.Inspection.Threads.ThreadActivity;

namespace GuruReports.Inspection.Threads;

/// <summary>The framework's blocking calls. The names are those of .NET 10 and 11; a call that is missing here reads as unknown, never as another.</summary>
internal static class BlockingRules
{
    public static readonly BlockingRule[] All =
    [
        new("System.Threading.Monitor", "Enter", WaitingForMonitor, "waiting to enter a monitor"),
        new("System.Threading.Monitor", "TryEnter", WaitingForMonitor, "waiting to enter a monitor"),
        new("System.Threading.Monitor", "ReliableEnter", WaitingForMonitor, "waiting to enter a monitor"),
        new("System.Threading.Monitor", "Wait", WaitingForPulse, "waiting for a pulse on a monitor"),
        new("System.Threading.Monitor", "ObjWait", WaitingForPulse, "waiting for a pulse on a monitor"),
        new("System.Threading.Condition", "Wait", WaitingForPulse, "waiting for a pulse on a monitor"),
        new("System.Threading.Lock", "Wait", WaitingForPulse, "waiting for a pulse on a monitor"),
        new("System.Threading.Lock", "", WaitingForLock, "waiting to enter a Lock"),
        new("System.Threading.ReaderWriterLockSlim", "", WaitingForLock, "waiting to enter a ReaderWriterLockSlim"),
        new("System.Threading.ReaderWriterLock", "", WaitingForLock, "waiting to enter a ReaderWriterLock"),
        new("System.Threading.SpinLock", "", WaitingForLock, "waiting to enter a SpinLock"),
        new("System.Threading.Tasks.Task", "Wait", WaitingForTask, "waiting for a Task"),
        new("System.Threading.Tasks.Task", "InternalWait", WaitingForTask, "waiting for a Task"),
        new("System.Threading.Tasks.Task", "SpinThenBlockingWait", WaitingForTask, "waiting for a Task"),
        new("System.Threading.Tasks.Task<*", "get_Result", WaitingForTask, "waiting for a Task's result"),
        new("System.Threading.Tasks.Task<*", "GetResultCore", WaitingForTask, "waiting for a Task's result"),
        new("System.Threading.Tasks.ValueTask<*", "get_Result", WaitingForTask, "waiting for a ValueTask's result"),
        new("System.Runtime.CompilerServices.TaskAwaiter*", "", WaitingForTask, "waiting for a Task's result"),
        new("System.Runtime.CompilerServices.ValueTaskAwaiter*", "GetResult", WaitingForTask, "waiting for a ValueTask's result"),
        new("System.Runtime.CompilerServices.ConfiguredTaskAwaitable*", "GetResult", WaitingForTask, "waiting for a Task's result"),
        new("System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable*", "GetResult", WaitingForTask, "waiting for a ValueTask's result"),
        new("System.Threading.Tasks.Parallel", "", WaitingForTask, "waiting for a parallel loop"),
        new("System.Threading.Tasks.TaskAsyncEnumerableExtensions*", "", WaitingForTask, "waiting for the next item of an asynchronous sequence"),
        new("System.Threading.SemaphoreSlim", "Wait", WaitingForSemaphore, "waiting for a SemaphoreSlim"),
        new("System.Threading.ManualResetEventSlim", "Wait", WaitingForHandle, "waiting for a ManualResetEventSlim"),
        new("System.Threading.CountdownEvent", "Wait", WaitingForHandle, "waiting for a CountdownEvent"),
        new("System.Threading.Barrier", "SignalAndWait", WaitingForHandle, "waiting for a Barrier"),
        new("System.Collections.Concurrent.BlockingCollection<*", "", WaitingForHandle, "waiting for a BlockingCollection"),
        new("System.Diagnostics.Process", "WaitForExit", WaitingForHandle, "waiting for a process to end"),
        new("System.Diagnostics.ProcessWaitState", "WaitForExit", WaitingForHandle, "waiting for a process to end"),
        new("System.Threading.WaitHandle", "WaitOne", WaitingForHandle, "waiting for a handle"),
        new("System.Threading.WaitHandle", "WaitAny", WaitingForHandle, "waiting for any of several handles"),
        new("System.Threading.WaitHandle", "WaitAll", WaitingForHandle, "waiting for all of several handles"),
        new("System.Threading.WaitHandle", "WaitMultiple", WaitingForHandle, "waiting for several handles"),
        new("System.Threading.WaitHandle", "SignalAndWait", WaitingForHandle, "waiting for a handle"),
        new("System.Threading.SpinWait", "SpinUntil", WaitingForHandle, "spinning until a condition holds"),
        new("System.Threading.Thread", "Join", Joining, "waiting for a thread to end"),
        new("System.Threading.Thread", "Sleep", Sleeping, "sleeping"),
        new("System.Threading.Thread", "UninterruptibleSleep", Sleeping, "sleeping"),
        new("System.GC", "WaitForPendingFinalizers", WaitingForHandle, "waiting for the finalizer"),
        new("System.GC", "_WaitForPendingFinalizers", WaitingForHandle, "waiting for the finalizer"),
        new("System.Threading.CancellationTokenSource.Registrations", "WaitForCallbackToComplete", WaitingForHandle, "waiting for a cancellation callback to end"),
        new("System.GC", "WaitForFullGC", WaitingForHandle, "waiting for a collection"),
        new("System.Net.Sockets.Socket", "", InSocketCall, "in a call on a socket"),
        new("System.Net.Sockets.SocketPal", "", InSocketCall, "in a call on a socket"),
        new("System.Net.Sockets.SocketAsyncContext", "", InSocketCall, "in a call on a socket"),
        new("System.Net.Sockets.NetworkStream", "", InSocketCall, "in a call on a socket"),
        new("System.Net.Dns", "", InSocketCall, "resolving a host name"),
        new("System.IO.RandomAccess", "", InFileCall, "in a call on a file"),
        new("System.IO.FileStream", "", InFileCall, "in a call on a file"),
        new("System.IO.Strategies.*", "", InFileCall, "in a call on a file"),
        new("System.IO.FileSystem", "", InFileCall, "in a call on the file system"),
        new("Microsoft.Win32.SafeHandles.SafeFileHandle", "", InFileCall, "in a call on a file"),
        new("System.IO.Pipes.*", "", InFileCall, "in a call on a pipe"),
        new("System.ConsolePal*", "", InFileCall, "in a call on the terminal"),
        new("System.IO.StdInReader", "", InFileCall, "in a call on the terminal"),
        new("System.IO.FileSystemWatcher*", "", InFileCall, "watching files"),
    ];

    /// <summary>Frames that wait for work: what comes before them did not block anyone.</summary>
    public static readonly BlockingRule[] Idle =
    [
        new("System.Threading.LowLevelLifoSemaphore", "", ThreadActivity.Idle, "waiting for work"),
        new("System.Threading.PortableThreadPool.WorkerThread", "WorkerThreadStart", ThreadActivity.Idle, "waiting for work"),
        new("System.Threading.PortableThreadPool.GateThread", "GateThreadStart", ThreadActivity.Idle, "waiting for the next look at the pool"),
        new("System.Threading.PortableThreadPool.WaitThread", "WaitThreadStart", ThreadActivity.Idle, "waiting for registered handles"),
        new("System.Threading.PortableThreadPool.IOCompletionPoller", "", ThreadActivity.Idle, "waiting for completions"),
        new("System.Threading.TimerQueue", "TimerThread", ThreadActivity.Idle, "waiting for the next timer"),
        new("System.Net.Sockets.SocketAsyncEngine", "EventLoop", ThreadActivity.Idle, "waiting for socket events"),
    ];

    /// <summary>Frames that run someone's code: a wait further out is not what the thread is doing now.</summary>
    public static readonly BlockingRule[] Executing =
    [
        new("System.Threading.ExecutionContext", "Run", Running, ""),
        new("System.Threading.Tasks.Task", "Execute", Running, ""),
        new("System.Threading.Tasks.Task", "InnerInvoke", Running, ""),
        new("System.Threading.ThreadPoolWorkQueue", "Dispatch", Running, ""),
        new("System.Threading.Thread", "StartCallback", Running, ""),
        new("System.Threading.Thread.StartHelper", "", Running, ""),
    ];
}
