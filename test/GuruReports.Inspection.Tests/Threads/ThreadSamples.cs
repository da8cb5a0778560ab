using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Tests.Threads;

/// <summary>Builds threads that read aloud.</summary>
internal static class ThreadSamples
{
    public static CapturedFrame Own(string method, int line = 10) =>
        new() { Method = $"Heat.{method}(Int32 id)", Type = "Heat", Name = method, Assembly = "Heat", Owner = CodeOwner.Service, File = "Heat.cs", Line = line };

    public static CapturedFrame Framework(string type, string name) =>
        new() { Method = $"{type}.{name}()", Type = type, Name = name, Assembly = "System.Private.CoreLib" };

    public static CapturedThread Thread(int id, ThreadActivity state, params CapturedFrame[] frames) =>
        new() { OSThreadId = 1000 + id, ManagedThreadId = id, State = state, Role = ThreadRole.User, Frames = frames };

    public static ThreadCapture Capture(params CapturedThread[] threads) =>
        new() { Method = ThreadCaptureMethod.InProcess, CapturedAt = DateTimeOffset.UnixEpoch, Threads = threads };

    public static CapturedFrame[] TaskWait(int line = 10) =>
    [
        Framework("System.Threading.Monitor", "Wait"),
        Framework("System.Threading.ManualResetEventSlim", "Wait"),
        Framework("System.Threading.Tasks.Task", "InternalWaitCore"),
        Framework("System.Threading.Tasks.Task", "Wait"),
        Own("Load", line),
    ];
}
