using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Rehearsal;

/// <summary>A capture of no process, with the threads of <see cref="SampleSnapshot"/>.</summary>
internal static class SampleCapture
{
    /// <summary>Makes it.</summary>
    /// <param name="at">When it pretends to have been taken.</param>
    public static ThreadCapture Make(DateTimeOffset at) => new()
    {
        Method = ThreadCaptureMethod.InProcess,
        CapturedAt = at,
        Duration = TimeSpan.FromMilliseconds(10),
        Paused = TimeSpan.FromMilliseconds(1),
        CpuWindow = TimeSpan.FromMilliseconds(50),
        Threads =
        [
            Thread(1, ThreadActivity.WaitingForMonitor, Frame("System.Threading.Monitor.Enter(Object obj)", isUserCode: false)),
            Thread(2, ThreadActivity.WaitingForMonitor, Frame("System.Threading.Monitor.Enter(Object obj)", isUserCode: false)),
            Thread(3, ThreadActivity.WaitingForTask, Frame("System.Threading.Tasks.Task.InternalWait(Int32 millisecondsTimeout)", isUserCode: false)),
            Thread(4, ThreadActivity.Running, Frame("Sample.Store.Spin()", isUserCode: true)),
        ],
        Notes = ["a sample"],
    };

    private static CapturedThread Thread(int id, ThreadActivity state, CapturedFrame top) => new()
    {
        OSThreadId = id,
        ManagedThreadId = id,
        Name = "sample",
        Role = id == 3 ? ThreadRole.PoolWorker : ThreadRole.User,
        IsBackground = true,
        IsThreadPool = id == 3,
        State = state,
        StateDetail = "a sample",
        WaitsSince = TimeSpan.FromSeconds(2),
        CpuTime = TimeSpan.FromSeconds(1),
        WaitedForCpu = TimeSpan.FromMilliseconds(5),
        CpuShare = id == 4 ? 0.9 : 0,
        Age = TimeSpan.FromSeconds(3),
        Frames = [top, Frame("Sample.Store.Load(Int32 id)", isUserCode: true), Frame("System.Threading.Thread.StartCallback()", isUserCode: false)],
    };

    private static CapturedFrame Frame(string method, bool isUserCode) => new()
    {
        Method = method,
        Type = method[..method.LastIndexOf('.')],
        Name = method[(method.LastIndexOf('.') + 1)..method.IndexOf('(', StringComparison.Ordinal)],
        Assembly = isUserCode ? "Sample" : "System.Private.CoreLib",
        File = isUserCode ? "/src/Store.cs" : null,
        Line = isUserCode ? 12 : null,
        Owner = isUserCode ? CodeOwner.Service : CodeOwner.Framework,
    };
}
