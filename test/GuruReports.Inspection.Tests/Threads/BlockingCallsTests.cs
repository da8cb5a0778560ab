using GuruReports.Inspection.Threads;
using static GuruReports.Inspection.Tests.Threads.ThreadSamples;

namespace GuruReports.Inspection.Tests.Threads;

public class BlockingCallsTests
{
    [Fact]
    public void Find_WaitBelowATask_IsTheTasks()
    {
        var call = BlockingCalls.Find(TaskWait());

        Assert.Equal((ThreadActivity.WaitingForTask, 3), (call!.Value.Activity, call.Value.FrameIndex));
    }

    [Fact]
    public void Find_OwnCodeCalledBackFromAWait_SeesOnlyWhatIsAboveIt()
    {
        var call = BlockingCalls.Find([Framework("System.Threading.Thread", "Sleep"), Own("Callback"), .. TaskWait()]);

        Assert.Equal(ThreadActivity.Sleeping, call!.Value.Activity);
    }

    [Fact]
    public void Find_WorkItemRunningInsideAWait_IsNotTheWait()
    {
        var call = BlockingCalls.Find(
        [
            Framework("System.Text.Json.JsonSerializer", "Serialize"),
            Framework("System.Threading.ExecutionContext", "RunInternal"),
            Framework("System.Threading.Tasks.Task", "InternalWait"),
        ]);

        Assert.Null(call);
    }

    [Fact]
    public void Find_WorkerWaitingForWork_IsIdle()
    {
        var call = BlockingCalls.Find(
        [
            Framework("System.Threading.WaitHandle", "WaitOneNoCheck"),
            Framework("System.Threading.PortableThreadPool.GateThread", "GateThreadStart"),
        ]);

        Assert.Equal(ThreadActivity.Idle, call!.Value.Activity);
    }

    [Fact]
    public void Find_GenericType_MatchesAnyArgument()
    {
        var call = BlockingCalls.Find([Framework("System.Threading.Tasks.Task<String>", "GetResultCore"), Own("Load")]);

        Assert.Equal(ThreadActivity.WaitingForTask, call!.Value.Activity);
    }

    [Fact]
    public void Find_NothingKnown_IsNull()
    {
        var call = BlockingCalls.Find([Framework("Some.Library", "Work"), Own("Load")]);

        Assert.Null(call);
    }
}
