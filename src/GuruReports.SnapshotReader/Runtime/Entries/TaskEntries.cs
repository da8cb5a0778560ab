namespace GuruReports.SnapshotReader.Runtime.Entries;

/// <summary>Tasks, and who is told when they end.</summary>
internal static class TaskEntries
{
    public static readonly RuntimeType Task = new("System.Threading.Tasks.Task", Features.Tasks);
    public static readonly RuntimeType TaskOf = new("System.Threading.Tasks.Task`1", Features.Tasks);
    public static readonly RuntimeField StateFlags = new(Task, "m_stateFlags", FieldShape.Bits32, Features.Tasks);
    public static readonly RuntimeField Continuation = new(Task, "m_continuationObject", FieldShape.Reference, Features.Tasks);
    public static readonly RuntimeField Action = new(Task, "m_action", FieldShape.Reference, Features.Promises, Features.RunTasks, Features.WorkItems);
    public static readonly RuntimeField StateObject = new(Task, "m_stateObject", FieldShape.Reference, Features.RuntimeAsync, Features.Contexts);
    public static readonly RuntimeField CompletedTask = new(Task, "s_cachedCompleted", FieldShape.Reference, Features.Tasks) { IsStatic = true };
    public static readonly RuntimeFlags Ended = new("the flags of System.Threading.Tasks.Task", HasEnded, Features.Tasks);
    public static readonly RuntimeType Source = new("System.Threading.Tasks.TaskCompletionSource", Features.CompletionSources);
    public static readonly RuntimeType SourceOf = new("System.Threading.Tasks.TaskCompletionSource`1", Features.CompletionSources);
    public static readonly RuntimeField SourceTask = new(Source, "_task", FieldShape.Reference, Features.CompletionSources);
    public static readonly RuntimeField SourceOfTask = new(SourceOf, "_task", FieldShape.Reference, Features.CompletionSources);

    public static IReadOnlyList<RuntimeEntry> All { get; } =
        [Task, TaskOf, StateFlags, Continuation, Action, StateObject, CompletedTask, Ended, Source, SourceOf, SourceTask, SourceOfTask];

    // The runtime keeps one task that has always ended.
    private static bool? HasEnded(RuntimeLibraries libraries)
    {
        if (libraries.TypeOf(Task)?.GetStaticFieldByName(CompletedTask.Field) is not { } field)
        {
            return null;
        }

        var task = libraries.Runtime.AppDomains.Select(domain => field.ReadObject(domain)).FirstOrDefault(static task => task.IsValid);
        return task.IsValid && task.TryReadField(StateFlags.Field, out int flags) ? TaskState.IsEnded(flags) : null;
    }
}
