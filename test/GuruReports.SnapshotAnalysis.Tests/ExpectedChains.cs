using GuruReports.Inspection.Snapshot.Model.Async;

namespace GuruReports.SnapshotAnalysis.Tests;

/// <summary>Every logical stack of the zoo, as one line each: count, frames with places, what it awaits.</summary>
internal static class ExpectedChains
{
    private const string Zoo = "GuruReports.AsyncZoo.";
    private const int Threads = 10;

    /// <summary>The groups of a zoo with 10 000 methods and ten threads blocked on one more chain each.</summary>
    /// <param name="suspendedByRuntime">True for a zoo whose async methods the runtime itself suspends.</param>
    public static IReadOnlyList<string> All(bool suspendedByRuntime) => [.. Straight(suspendedByRuntime), .. Joined(), .. Valued(), .. Odd(suspendedByRuntime), .. Mixed(suspendedByRuntime)];

    public static string Describe(AsyncChain chain) =>
        $"{chain.Count} × {string.Join(" ← ", chain.Frames.Select(Describe))} → {chain.Awaits.Kind}";

    private static string Describe(AsyncFrame frame) => frame.Line is null
        ? frame.Method
        : $"{frame.Method} {Path.GetFileName(frame.File)}:{frame.Line}";

    private static string[] Straight(bool suspendedByRuntime) =>
    [
        Line(500, AwaitKind.Delay, At("Chains.DelayInner"), At("Chains.DelayMiddle"), At("Chains.DelayOuter")),
        Line(200, AwaitKind.ChannelRead, At("Chains.ReadInner"), At("Chains.ReadOuter")),
        Line(100, AwaitKind.ChannelRead, At("Chains.WaitToRead")),
        Line(100, AwaitKind.ChannelWrite, At("Chains.Write")),
        // The class library's own methods are suspended by the runtime too, those that only pass a task on included.
        Line(300, AwaitKind.Semaphore, [.. suspendedByRuntime ? ["System.Threading.SemaphoreSlim.WaitAsync"] : Array.Empty<string>(), At("Chains.SemaphoreInner"), At("Chains.SemaphoreOuter")]),
        Line(500 + Threads, AwaitKind.CompletionSource, At("Chains.SourceInner"), At("Chains.SourceMiddle"), At("Chains.SourceOuter")),
        Line(50, AwaitKind.Timer, At("Chains.Tick")),
        Line(40, AwaitKind.Socket, At("Chains.ReceiveInner"), At("Chains.ReceiveOuter")),
    ];

    private static string[] Joined() =>
    [
        Line(500, AwaitKind.CompletionSource, At("Joins.Child"), "Task.WhenAll", At("Joins.All")),
        Line(100, AwaitKind.CompletionSource, At("Joins.Child"), "Task.WhenAny", At("Joins.Any")),
        Line(100, AwaitKind.Delay, "Task.WhenAny", At("Joins.Any")),
        Line(100, AwaitKind.CompletionSource, At("Joins.Run+lambda"), "Task.Unwrap", At("Joins.Run")),
        Line(100, AwaitKind.CompletionSource, At("Joins.Child"), $"Task.ContinueWith → {Zoo}Joins.Continue+lambda(Task) {ZooLines.Of("Continue")}", At("Joins.Continue")),
        Line(50, AwaitKind.CompletionSource, "Task.WaitAsync", At("Joins.WaitAsync")),
        Line(1, AwaitKind.DelegateTask, At("Threads.NeedMonitor")),
    ];

    private static string[] Valued() =>
    [
        Line(200, AwaitKind.CompletionSource, At("Values.PlainInner"), At("Values.PlainOuter")),
        Line(200, AwaitKind.CompletionSource, At("Values.PooledInner"), At("Values.PooledMiddle"), At("Values.PooledOuter")),
        Line(200, AwaitKind.CompletionSource, At("Values.Produce"), At("Values.Consume")),
        Line(100, AwaitKind.ValueTaskSource, At("Values.AwaitSource")),
    ];

    private static string[] Odd(bool suspendedByRuntime) =>
    [
        Line(20, AwaitKind.CompletionSource, $"{Zoo}Shapes.Generic<{(suspendedByRuntime ? "T" : "String")}>.Await {ZooLines.Of("Generic")}"),
        Line(20, AwaitKind.CompletionSource, $"{Zoo}Shapes.Local+Inner {ZooLines.Of("Local")}"),
        Line(20, AwaitKind.CompletionSource, $"{Zoo}Shapes.Lambda+lambda {ZooLines.Of("Lambda")}"),
        Line(20, AwaitKind.CompletionSource, At("Shapes.Void")),
        Line(20, AwaitKind.CompletionSource, At("Shapes.Second")),
        Line(3, AwaitKind.Cycle, At("Shapes.CycleFirst")),
        Line(3, AwaitKind.Cycle, At("Shapes.CycleSecond")),
        Line(1, AwaitKind.CompletionSource, $"{Zoo}Shapes.Recurse {ZooLines.Of("Recurse end")}", At("Shapes.Recurse")),
        Line(2692, AwaitKind.CompletionSource, At("Shapes.Shared")),
    ];

    private static string[] Mixed(bool suspendedByRuntime) =>
    [
        Line(30, AwaitKind.CompletionSource, $"{Zoo}Mixed.Fourth {ZooLines.Of("Mixed fourth")}", $"{Zoo}Mixed.Third {ZooLines.Of("Mixed third")}",
            $"{Zoo}Mixed.Second {ZooLines.Of("Mixed second")}", $"{Zoo}Mixed.First {ZooLines.Of("Mixed first")}"),
        // A state machine does not say where it is while it runs.
        Line(1, AwaitKind.Running, $"{Zoo}Busy.Inner{(suspendedByRuntime ? " " + ZooLines.Of("Busy inner") : "")}",
            $"{Zoo}Busy.Middle {ZooLines.Of("Busy middle")}", $"{Zoo}Busy.Outer {ZooLines.Of("Busy outer")}"),
    ];

    private static string At(string method) => $"{Zoo}{method} {ZooLines.Of(method[(method.IndexOf('.', StringComparison.Ordinal) + 1)..])}";

    private static string Line(int count, AwaitKind kind, params string[] frames) => $"{count} × {string.Join(" ← ", frames)} → {kind}";
}
