using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using static GuruReports.Inspection.Tests.Threads.ThreadSamples;

namespace GuruReports.Inspection.Tests.Threads;

public class ThreadGroupingTests
{
    [Fact]
    public void Group_EqualStacks_MakesOneGroup()
    {
        var capture = Capture(
            Thread(9, ThreadActivity.WaitingForTask, TaskWait()),
            Thread(4, ThreadActivity.WaitingForTask, TaskWait()),
            Thread(5, ThreadActivity.WaitingForTask, TaskWait(line: 11)));

        var groups = ThreadGrouping.Group(capture);

        Assert.Equal([2, 1], groups.Select(group => group.Threads.Count));
        Assert.Equal([4, 9], groups[0].Threads.Select(thread => thread.ManagedThreadId!.Value));
    }

    [Fact]
    public void Group_FrameworkFramesAtOtherLines_StayTogether()
    {
        var one = TaskWait();
        var other = TaskWait();
        other[0] = other[0] with { ILOffset = 99, InstructionPointer = 77 };

        var groups = ThreadGrouping.Group(Capture(Thread(1, ThreadActivity.WaitingForTask, one), Thread(2, ThreadActivity.WaitingForTask, other)));

        Assert.Single(groups);
    }

    [Fact]
    public void Group_SameCallAtOtherStages_StaysTogether()
    {
        CapturedFrame[] spins = [Framework("System.Threading.SpinWait", "SpinOnceCore"), .. TaskWait()[2..]];

        var groups = ThreadGrouping.Group(Capture(Thread(1, ThreadActivity.WaitingForTask, TaskWait()), Thread(2, ThreadActivity.WaitingForTask, spins)));

        Assert.Equal(2, Assert.Single(groups).Threads.Count);
    }

    [Fact]
    public void Group_OtherCallFromTheSameLine_StaysApart()
    {
        CapturedFrame[] joins = [Framework("System.Threading.Thread", "Join"), Own("Load")];

        var groups = ThreadGrouping.Group(Capture(Thread(1, ThreadActivity.WaitingForTask, TaskWait()), Thread(2, ThreadActivity.Joining, joins)));

        Assert.Equal(2, groups.Count);
    }

    [Fact]
    public void Group_SameOwnFramesByOtherWaysOfTheFramework_IsOneGroup()
    {
        CapturedFrame[] pool = [Framework("System.String", "Concat"), Own("Build"), Framework("System.Action", "Invoke"), Own("Run"), Framework("System.Threading.ThreadPoolWorkQueue", "Dispatch")];
        CapturedFrame[] own = [Own("Build"), Own("Run"), Framework("System.Threading.Thread", "StartCallback")];

        var group = Assert.Single(ThreadGrouping.Group(Capture(Thread(1, ThreadActivity.Running, pool), Thread(2, ThreadActivity.Running, own))));

        Assert.Equal([1, 2], group.Threads.Select(thread => thread.ManagedThreadId!.Value));
        Assert.Same(pool, group.Frames);
    }

    [Fact]
    public void Group_SameRecursionAtOtherDepths_IsOneGroup()
    {
        CapturedFrame[] At(int depth) => [Own("Find", 20), .. Enumerable.Repeat(Own("Walk"), depth), Own("Run")];
        CapturedFrame[] Mutual(int depth) => [.. Enumerable.Range(0, depth).SelectMany(_ => new[] { Own("Each"), Own("Visit") }), Own("Run")];

        var groups = ThreadGrouping.Group(Capture(
            Thread(1, ThreadActivity.Running, At(4)),
            Thread(2, ThreadActivity.Running, At(40)),
            Thread(3, ThreadActivity.Running, Mutual(3)),
            Thread(4, ThreadActivity.Running, Mutual(30)),
            Thread(5, ThreadActivity.Running, At(2)),
            Thread(6, ThreadActivity.Running, At(1))));

        Assert.Equal([[1, 2, 5, 6], [3, 4]], groups.Select(group => group.Threads.Select(thread => thread.ManagedThreadId!.Value)));
    }

    [Fact]
    public void Group_ThreadsWithoutFramesWhoseNamesDifferByIdentifiers_IsOneGroup()
    {
        CapturedThread Named(int id, string name) => Thread(id, ThreadActivity.InSystemCall) with { OSName = name, Role = ThreadRole.Native };

        var groups = ThreadGrouping.Group(Capture(Named(1, "job-1234567"), Named(2, "job-7654321"), Named(3, "grpc-1")));

        Assert.Equal([2, 1], groups.Select(group => group.Threads.Count));
    }

    [Fact]
    public void Group_MethodsMadeAtRunTimeOfOneOrigin_StayTogether()
    {
        CapturedThread At(int id, string made) => Thread(id, ThreadActivity.Running, new CapturedFrame { Method = $"{made}(…) [dynamic method]", Name = made, Kind = FrameKind.Dynamic, Owner = CodeOwner.Package });

        var groups = ThreadGrouping.Group(Capture(At(1, "lambda_method1"), At(2, "lambda_method12"), At(3, "Regex1_Scan")));

        Assert.Equal([2, 1], groups.Select(group => group.Threads.Count));
    }

    [Fact]
    public void Group_EveryKind_OrdersByWhatAnOperatorNeeds()
    {
        var capture = Capture(
            Thread(1, ThreadActivity.Idle, Framework("System.Threading.LowLevelLifoSemaphore", "WaitNative")) with { Role = ThreadRole.PoolWorker },
            Thread(2, ThreadActivity.Running),
            Thread(3, ThreadActivity.WaitingForHandle, Framework("System.Threading.WaitHandle", "WaitOneNoCheck")),
            Thread(4, ThreadActivity.WaitingForTask, TaskWait()),
            Thread(5, ThreadActivity.Running, Own("Spin")) with { CpuShare = 0.98 },
            Thread(6, ThreadActivity.Running, Own("Step")) with { CpuShare = 0.01 });

        var groups = ThreadGrouping.Group(capture);

        Assert.Equal(
            [ThreadGroupKind.Hot, ThreadGroupKind.BlockedInUserCode, ThreadGroupKind.Running, ThreadGroupKind.Blocked, ThreadGroupKind.Idle, ThreadGroupKind.NoManagedFrame],
            groups.Select(group => group.Kind));
    }

    [Fact]
    public void Group_IdleWorkersWithOtherFrames_MakeOneGroup()
    {
        var capture = Capture(
            Thread(1, ThreadActivity.Idle, Framework("System.Threading.LowLevelLifoSemaphore", "WaitNative")) with { Role = ThreadRole.PoolWorker },
            Thread(2, ThreadActivity.Idle, Framework("System.Threading.LowLevelLifoSemaphore", "WaitForSignal")) with { Role = ThreadRole.PoolWorker });

        var groups = ThreadGrouping.Group(capture);

        Assert.Equal(2, Assert.Single(groups).Threads.Count);
    }

    [Fact]
    public void Group_CapturingThreadUsesCpu_IsNotHot()
    {
        var capture = Capture(Thread(1, ThreadActivity.Running, Own("Report")) with { CpuShare = 1, IsCapturing = true });

        var groups = ThreadGrouping.Group(capture);

        Assert.Equal(ThreadGroupKind.Running, Assert.Single(groups).Kind);
    }

    [Fact]
    public void Group_BlockedThreads_NamesTheCallThatOwnCodeMade()
    {
        var group = Assert.Single(ThreadGrouping.Group(Capture(Thread(1, ThreadActivity.WaitingForTask, TaskWait()))));

        Assert.Equal("Wait", group.BlockingFrame!.Name);
        Assert.Equal("System.Threading.Tasks.Task", group.BlockingFrame.Type);
        Assert.Equal("Load", group.UserFrame!.Name);
    }

    [Fact]
    public void Group_Burst_TellsStuckFromSpinning()
    {
        var stuck = Thread(1, ThreadActivity.WaitingForTask, TaskWait()) with { CpuTime = TimeSpan.FromSeconds(1) };
        var spinning = Thread(2, ThreadActivity.Running, Own("Spin")) with { CpuTime = TimeSpan.FromSeconds(1), CpuShare = 1 };
        ThreadCapture[] burst =
        [
            Capture(stuck, spinning),
            Capture(stuck, spinning with { CpuTime = TimeSpan.FromSeconds(3), Frames = [Own("Spin", line: 12)] }),
            Capture(stuck, spinning with { CpuTime = TimeSpan.FromSeconds(5) }),
        ];

        var groups = ThreadGrouping.Group(burst);

        Assert.Equal((2, 3, TimeSpan.FromSeconds(4)), (groups[0].SameFrames, groups[0].Captures, groups[0].CpuUsed));
        Assert.Equal((3, 3, TimeSpan.Zero), (groups[1].SameFrames, groups[1].Captures, groups[1].CpuUsed));
    }

    [Fact]
    public void Group_ThreadIdUsedAgain_IsAnotherThread()
    {
        var old = Thread(1, ThreadActivity.WaitingForTask, TaskWait());
        var reused = old with { ManagedThreadId = 7 };

        var group = Assert.Single(ThreadGrouping.Group([Capture(old), Capture(reused)]));

        Assert.Equal((1, 2), (group.SameFrames, group.Captures));
    }
}
