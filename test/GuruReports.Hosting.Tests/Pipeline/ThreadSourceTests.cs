using GuruReports.Hosting.Pipeline.Collecting;
using GuruReports.Hosting.Sections.Custom;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Tests.Pipeline;

public sealed class ThreadSourceTests
{
    private static readonly CapturedFrame s_wait = new() { Method = "System.Threading.Monitor.Wait(Object obj)", Type = "System.Threading.Monitor", Name = "Wait" };
    private static readonly CapturedFrame s_run = new() { Method = "SectionThread.Run()", Type = typeof(SectionThread).FullName!, Name = "Run" };
    private static readonly CapturedFrame s_own = new() { Method = "Shop.Stock.Describe()", Type = "Shop.Stock", Name = "Describe", File = "/src/Stock.cs", Line = 12, Owner = CodeOwner.Service };

    [Fact]
    public void DescribeThread_CodeOfTheService_ItsPlace() => Assert.Equal("stands at Shop.Stock.Describe() Stock.cs:12", Describe(s_wait, s_own, s_run));

    [Fact]
    public void DescribeThread_AsynchronousFunctionThatAwaits_IsNotToldByTheWaitOfItsThread() =>
        Assert.Equal("waits for what the section's function awaits", Describe(s_wait, s_run));

    [Fact]
    public void DescribeThread_ThreadThatIsNotThere_Nothing() => Assert.Null(new ThreadSource(_ => Captured()).DescribeThread(7));

    private static string? Describe(params CapturedFrame[] frames) => new ThreadSource(_ => Captured(new CapturedThread { OSThreadId = 7, Frames = frames })).DescribeThread(7);

    private static ThreadCapture Captured(params CapturedThread[] threads) => new() { Method = ThreadCaptureMethod.InProcess, CapturedAt = DateTimeOffset.UnixEpoch, Threads = threads };
}
