namespace GuruReports.SnapshotReader.Runtime.Entries;

/// <summary>Threads, exceptions and load contexts.</summary>
internal static class ThreadEntries
{
    public static readonly RuntimeType Thread = new("System.Threading.Thread", Features.ThreadNames, Features.Joins);
    public static readonly RuntimeField Id = new(Thread, "_managedThreadId", FieldShape.Bits32, Features.ThreadNames, Features.Joins);
    public static readonly RuntimeField JoinEvent = new(Thread, "_joinEvent", FieldShape.Reference, Features.Joins) { Since = 11 };
    public static readonly RuntimeField Name = new(Thread, "_name", FieldShape.Reference, Features.ThreadNames);
    public static readonly RuntimeType Exception = new("System.Exception", Features.ThreadErrors, Features.HeapErrors);
    public static readonly RuntimeField Message = new(Exception, "_message", FieldShape.Reference, Features.ThreadErrors, Features.HeapErrors);
    public static readonly RuntimeField Result = new(Exception, "_HResult", FieldShape.Bits32, Features.ThreadErrors);
    public static readonly RuntimeField Inner = new(Exception, "_innerException", FieldShape.Reference, Features.ThreadErrors);
    public static readonly RuntimeType LoadContext = new("System.Runtime.Loader.AssemblyLoadContext", Features.LoadContexts);
    public static readonly RuntimeField LoadContextName = new(LoadContext, "_name", FieldShape.Reference, Features.LoadContexts);
    public static readonly RuntimeMethod RunTask = new(TaskEntries.Task, "ExecuteWithThreadLocal", Features.RunTasks);
    public static readonly RuntimeMethod RunBox = new(BoxEntries.Box, "MoveNext", Features.RunTasks);
    public static readonly RuntimeMethod RunBoxFromPool = new(BoxEntries.Box, "ExecuteFromThreadPool", Features.RunTasks) { Until = 11 };
    public static readonly RuntimeMethod RunBoxDirectly = new(BoxEntries.Box, "ExecuteDirectly", Features.RunTasks) { Since = 11 };
    public static readonly RuntimeMethod RunPooledBox = new(BoxEntries.PooledBox, "MoveNext", Features.RunTasks);

    public static IReadOnlyList<RuntimeEntry> All { get; } =
        [Thread, Id, JoinEvent, Name, Exception, Message, Result, Inner, LoadContext, LoadContextName, RunTask, RunBox, RunBoxFromPool, RunBoxDirectly, RunPooledBox];
}
