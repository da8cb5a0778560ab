namespace GuruReports.SnapshotReader.Runtime.Entries;

/// <summary>The boxes of async methods that the compiler made state machines of.</summary>
internal static class BoxEntries
{
    public static readonly RuntimeType Box = new("System.Runtime.CompilerServices.AsyncTaskMethodBuilder`1+AsyncStateMachineBox`1", Features.Boxes, Features.RunTasks);
    public static readonly RuntimeField StateMachine = new(Box, "StateMachine", FieldShape.Parameter, Features.Boxes);
    public static readonly RuntimeType PooledBox = new("System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder`1+StateMachineBox`1", Features.PooledBoxes);
    public static readonly RuntimeField PooledStateMachine = new(PooledBox, "StateMachine", FieldShape.Parameter, Features.PooledBoxes);

    public static IReadOnlyList<RuntimeEntry> All { get; } = [Box, StateMachine, PooledBox, PooledStateMachine];
}
