using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;

namespace GuruReports.Reporting.Tests.Rendering;

/// <summary>The findings and threads of <see cref="SampleReport"/>.</summary>
internal static class SampleStacks
{
    public static Finding Deadlock() => new()
    {
        Id = "GURU001",
        Name = "DEADLOCK",
        Severity = FindingSeverity.Critical,
        Summary = "2 threads wait for each other, 298 more wait behind them",
        Evidence =
        [
            "#31 \"stack-worker-2\"  holds Object@7f21c0 (StackStore.cs:88)   wants Object@7f21d8",
            "#32 \"stack-worker-3\"  holds Object@7f21d8 (Resource.cs:140)    wants Object@7f21c0",
        ],
        Advice = "Take both locks in the same order in StackStore.Save and Resource.Refresh; until then only a restart helps, and the deadlock will come again under the same load.",
    };

    public static Finding Starvation() => new()
    {
        Id = "GURU002",
        Name = "STARVATION",
        Severity = FindingSeverity.Critical,
        Certainty = FindingCertainty.Likely,
        Summary = "thread pool: 64 workers, 61 blocked, 398 items waiting for 41 s",
        Evidence = ["61 × Heat.Engine.OrderService.Load(Int32 id) OrderService.cs:52 → Task.Wait"],
    };

    public static ReportSection Threads() => new()
    {
        Title = "Threads",
        Summary = "82 threads in 7 groups, 2 without a managed frame",
        Duration = TimeSpan.FromMilliseconds(41),
        Value = new ReportStacks([Blocked(), Sweeper(), Walker(), LockWaiter(), Sockets(), Idle("idle", 12, 100), Idle("no managed frame", 2, 200)]),
    };

    private static StackGroup Blocked() => new()
    {
        Count = 61,
        Noun = "thread",
        State = "waiting for a Task",
        Remarks = ["pool"],
        Frames =
        [
            Framework("System.Threading.Monitor.Wait(Object obj, Int32 millisecondsTimeout)"),
            Framework("System.Threading.ManualResetEventSlim.Wait(Int32 millisecondsTimeout, CancellationToken cancellationToken)"),
            Framework("System.Threading.Tasks.Task.InternalWaitCore(Int32 millisecondsTimeout, CancellationToken cancellationToken)"),
            Framework("System.Threading.Tasks.Task.Wait()"),
            Own("Heat.Engine.OrderService.Load(Int32 id)", "OrderService.cs:52"),
            Framework("System.Linq.Enumerable.SelectArrayIterator<Int32, Order>.ToList()"),
            Own("Heat.Engine.Api.StacksController.Get(Int32 id)", "StacksController.cs:31"),
            .. Enumerable.Range(1, 14).Select(i => Framework($"Microsoft.AspNetCore.Mvc.Infrastructure.Layer{i}.Invoke(HttpContext context)")),
        ],
        Members = Members(61, 9),
        Notes = ["waiting for: async OrderService.LoadAsync OrderService.cs:61 → await DbClient.QueryAsync"],
    };

    private static StackGroup Sweeper() => new()
    {
        Count = 1,
        Noun = "thread",
        State = "running",
        Remarks = ["98 % CPU", "same frames 3 of 3"],
        Frames =
        [
            Own("Heat.Engine.Workers.StackSweeper.Hash(ReadOnlySpan<Byte> content, Int32 rounds, CancellationToken cancellation)", "StackSweeper.cs:77"),
            Own("Heat.Engine.Workers.StackSweeper.<>c__DisplayClass4_0.<Sweep>b__1(KeyValuePair<String, Dictionary<Int32, List<String>>> pair, Boolean force)", "StackSweeper.cs:40"),
            new("Heat.Engine.Generated.Run()", null, true, "Heat.Engine.Generated", "IL+0x1c"),
            new("[native] libheat.so+0x4711", null, true, null, "native"),
            Framework("System.Threading.Thread.StartCallback()"),
        ],
        FramesTruncated = true,
        Members = [new("#17 \"sweeper\"  tid 4790", [new("managed id", 17), new("os id", 4790), new("name", "sweeper"), new("cpu", TimeSpan.FromSeconds(3600.5))])],
    };

    private static StackGroup Walker() => new()
    {
        Count = 1,
        Noun = "thread",
        State = "running",
        Frames =
        [
            Framework("System.Collections.Generic.Dictionary<String, Resource>.FindValue(String key)"),
            Own("Heat.Engine.Tree.Find(String name)", "Tree.cs:20"),
            .. Enumerable.Range(0, 39).Select(depth => Own("Heat.Engine.Tree.Walk(Node node)", depth % 2 == 0 ? "Tree.cs:12" : "Tree.cs:14")),
            .. Enumerable.Range(0, 5).SelectMany(_ => new[]
            {
                Own("Heat.Engine.Tree.Visit+lambda(Node child)", "Tree.cs:31"),
                Framework("System.Collections.Generic.List<Node>.ForEach(Action<Node> action)"),
                Own("Heat.Engine.Tree.Visit(Node node)", "Tree.cs:30"),
            }),
            Own("Heat.Engine.Engine.Run()", "Engine.cs:8"),
            Framework("System.Threading.Thread.StartCallback()"),
        ],
        Members = Members(1, 50),
    };

    private static StackGroup LockWaiter() => new()
    {
        Count = 2,
        Noun = "thread",
        State = "waiting for a lock",
        Frames =
        [
            Framework("System.Threading.Monitor.Enter(Object obj, Boolean& lockTaken)"),
            Own("Heat.Engine.StackStore.Save(Stack stack)", "StackStore.cs:88"),
        ],
        Members = [new("#31 \"stack-worker-2\"", []), new("#32 \"stack-worker-3\"", [])],
        Notes = ["#31 waits for Object@7f21d8, held by #32 \"stack-worker-3\""],
    };

    private static StackGroup Sockets() => new()
    {
        Count = 3,
        Noun = "thread",
        State = "outside managed code",
        Frames =
        [
            Framework("Interop.Sys.WaitForSocketEvents(IntPtr port, SocketEvent* buffer, Int32* count)"),
            Framework("System.Net.Sockets.SocketAsyncEngine.EventLoop()"),
            Framework("System.Threading.Thread.StartCallback()"),
        ],
        Members = Members(3, 60),
    };

    private static StackGroup Idle(string state, int count, int first) => new()
    {
        Count = count,
        Noun = "thread",
        State = state,
        Idle = true,
        Members = Members(count, first),
    };

    private static StackMember[] Members(int count, int first) =>
        [.. Enumerable.Range(first, count).Select(id => new StackMember($"#{id}", [new("managed id", id), new("os id", 4700 + id)]))];

    private static StackFrameLine Own(string method, string location) => new(method, location, true, "Heat.Engine");

    private static StackFrameLine Framework(string method) => new(method, null, false, "System.Private.CoreLib");
}
