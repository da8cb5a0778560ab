namespace GuruReports.SnapshotReader.Runtime.Entries;

/// <summary>What the reader can tell, each with the words for a report that lacks it.</summary>
internal static class Features
{
    public static readonly RuntimeFeature Tasks = new("Async", "pending tasks cannot be read") { IsWholePart = true };
    public static readonly RuntimeFeature Boxes = new("Async", "async methods compiled to state machines are missing");
    public static readonly RuntimeFeature PooledBoxes = new("Async", "async methods of pooling builders are missing");
    public static readonly RuntimeFeature RuntimeAsync = new("Async", "async methods compiled for the runtime to suspend are missing");
    public static readonly RuntimeFeature RunningAsync = new("Async", "which of the async methods that the runtime suspends are running is unknown");
    public static readonly RuntimeFeature AwaitLines = new("Async", "the lines of some awaits are missing");
    public static readonly RuntimeFeature Contexts = new("Async", "the contexts of async methods are missing");
    public static readonly RuntimeFeature Continuations = new("Async", "some of what waits for tasks is missing");
    public static readonly RuntimeFeature Promises = new("Async", "what some tasks stand for is unknown");
    public static readonly RuntimeFeature CompletionSources = new("Async", "which tasks belong to a TaskCompletionSource is unknown");
    public static readonly RuntimeFeature DueTimes = new("Async", "when delays are due is unknown");
    public static readonly RuntimeFeature Channels = new("Async", "waits for channels are told as ones for an unknown object");
    public static readonly RuntimeFeature Sockets = new("Async", "waits for sockets are told without their descriptors");
    public static readonly RuntimeFeature PeriodicTimers = new("Async", "waits for a PeriodicTimer are told without its period");
    public static readonly RuntimeFeature SemaphoreTasks = new("Async", "which semaphores tasks wait for is unknown");

    public static readonly RuntimeFeature Faults = new("Async", "methods that ended with an exception that nobody looked at are missing");

    public static readonly RuntimeFeature Occupants = new("Locks", "circles through synchronization contexts and schedulers are missing");
    public static readonly RuntimeFeature Callbacks = new("Locks", "which thread runs a cancellation callback is told from the stacks alone");
    public static readonly RuntimeFeature Locks = new("Locks", "locks of the type System.Threading.Lock are missing");
    public static readonly RuntimeFeature Monitors = new("Locks", "which monitors are behind the locks that threads hold and wait for is unknown");
    public static readonly RuntimeFeature MonitorWaits = new("Locks", "which monitors threads wait for a pulse of is unknown");
    public static readonly RuntimeFeature ReaderWriterLocks = new("Locks", "locks of the type ReaderWriterLockSlim are missing");
    public static readonly RuntimeFeature ReaderLists = new("Locks", "which threads are inside a ReaderWriterLockSlim as readers is unknown");
    public static readonly RuntimeFeature Semaphores = new("Locks", "semaphores are missing");
    public static readonly RuntimeFeature WaitHandles = new("Locks", "the objects around handles that threads wait for are unknown");

    public static readonly RuntimeFeature ThreadNames = new("Threads", "names of threads are missing");
    public static readonly RuntimeFeature Joins = new("Threads", "which threads others wait for in Join is unknown");
    public static readonly RuntimeFeature RunTasks = new("Threads", "which tasks threads run is unknown");
    public static readonly RuntimeFeature DynamicCalls = new("Calls", "which method of the service a dynamic method calls is unknown");
    public static readonly RuntimeFeature ThreadErrors = new("Threads", "what the exceptions of threads say is missing");
    public static readonly RuntimeFeature HeapErrors = new("Heap", "what the exceptions alive say is missing");
    public static readonly RuntimeFeature LoadContexts = new("Heap", "names of load contexts are missing");

    public static readonly RuntimeFeature Timers = new("Timers", "the timers cannot be read") { IsWholePart = true };
    public static readonly RuntimeFeature TimerCalls = new("Timers", "what timers call is missing");
    public static readonly RuntimeFeature Queues = new("ThreadPool", "the queues of the thread pool cannot be read") { IsWholePart = true };
    public static readonly RuntimeFeature LocalQueues = new("ThreadPool", "the queues of single workers are missing");
    public static readonly RuntimeFeature WorkItems = new("ThreadPool", "what queued items call is missing");
    public static readonly RuntimeFeature PoolLimits = new("ThreadPool", "the limits of the thread pool are missing");
    public static readonly RuntimeFeature Workers = new("ThreadPool", "which threads are idle workers is unknown");
    public static readonly RuntimeFeature Flow = new("Work", "which threads and async methods work for what is told by their own objects alone");
    public static readonly RuntimeFeature TimerRuns = new("Work", "timer callbacks under way are missing");
    public static readonly RuntimeFeature Handlers = new("Work", "the methods behind endpoints are missing");
}
