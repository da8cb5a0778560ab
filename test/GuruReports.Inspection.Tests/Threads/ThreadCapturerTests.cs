using GuruReports.Inspection.Capturing;
using GuruReports.Inspection.CoreClr;
using GuruReports.Inspection.Threads;
using GuruReports.Testing;

namespace GuruReports.Inspection.Tests.Threads;

public class ThreadCapturerTests
{
    private static readonly ThreadCaptureOptions Patient = new() { Deadline = TimeSpan.FromMinutes(1) };
    private static readonly ThreadCaptureOptions Impatient = new() { Deadline = TimeSpan.FromMilliseconds(50) };

    [Fact]
    public void Capture_ThisProcess_ShowsTheCallingThread()
    {
        var capture = ProcessInspector.CaptureThreads(Patient);

        var own = Assert.Single(capture.Threads, thread => thread.ManagedThreadId == Environment.CurrentManagedThreadId);
        Assert.Equal(ThreadCaptureMethod.InProcess, capture.Method);
        Assert.True(own.IsCapturing);
        Assert.Equal(nameof(Capture_ThisProcess_ShowsTheCallingThread), own.TopUserFrame!.Name);
        Assert.True(capture.Paused > TimeSpan.Zero);
    }

    [Fact]
    public void Capture_OwnAssemblyListedAsFramework_HasNoOwnCodeThere()
    {
        var capture = ProcessInspector.CaptureThreads(Patient with { FrameworkAssemblies = ["GuruReports.*", "xunit.*"] });

        var own = Assert.Single(capture.Threads, thread => thread.ManagedThreadId == Environment.CurrentManagedThreadId);
        Assert.Null(own.TopUserFrame);
    }

    [Fact]
    public void Capture_NoStacksWanted_ListsThreadsAndSaysWhy()
    {
        var capture = ProcessInspector.CaptureThreads(new ThreadCaptureOptions { Method = ThreadCaptureMethod.Unavailable });

        Assert.Equal(ThreadCaptureMethod.Unavailable, capture.Method);
        Assert.Equal("the options ask for no stacks", capture.UnavailableReason);
        Assert.Contains(capture.Threads, thread => thread.Role == ThreadRole.Main);
    }

    [Fact]
    public void Capture_WayHangs_ReturnsAtTheDeadlineAndRefusesUntilItIsBack()
    {
        using var way = new HangingWay();
        var capturer = way.Capturer;

        var hung = capturer.Capture(Impatient);
        var refused = capturer.Capture(Impatient);
        way.Return();

        Assert.Equal("the capture did not come back within its deadline", hung.UnavailableReason);
        Assert.Equal("an earlier capture has not come back yet", refused.UnavailableReason);
    }

    [Fact]
    public void Capture_EarlierOneComesBackMeanwhile_IsTaken()
    {
        using var way = new HangingWay();
        var capturer = way.Capturer;

        var hung = capturer.Capture(Impatient);
        var waiting = Thread.CurrentThread;
        var release = new Thread(() =>
        {
            Until.True(() => waiting.ThreadState.HasFlag(ThreadState.WaitSleepJoin), Patient.Deadline, () => "The second capture does not wait.");
            way.Return();
        });
        release.Start();
        var second = capturer.Capture(Patient);
        release.Join();

        Assert.NotNull(hung.UnavailableReason);
        Assert.Null(second.UnavailableReason);
    }

    [Fact]
    public void Capture_WayThrows_BecomesTheReason()
    {
        var capturer = new ThreadCapturer(new StackWays((ThreadCaptureMethod.InProcess, () => throw new InvalidOperationException("broken"))));

        var capture = capturer.Capture(Patient);

        Assert.Equal("InvalidOperationException: broken", capture.UnavailableReason);
    }

    [Fact]
    public void Capture_SeveralThreadsAtOnce_AllSucceed()
    {
        var captures = new ThreadCapture[8];
        var threads = Enumerable.Range(0, captures.Length).Select(index => new Thread(() => captures[index] = ProcessInspector.CaptureThreads(Patient))).ToList();

        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.All(captures, capture => Assert.Equal(ThreadCaptureMethod.InProcess, capture.Method));
    }

    [Fact]
    public void CaptureThreads_Burst_TakesAsManyAtTheInterval()
    {
        var burst = ProcessInspector.CaptureThreads(3, TimeSpan.FromMilliseconds(60));

        Assert.Equal(3, burst.Count);
        Assert.True(burst[2].CapturedAt - burst[0].CapturedAt >= TimeSpan.FromMilliseconds(110));
    }

    [Fact]
    public void CaptureThreads_NoCaptures_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ProcessInspector.CaptureThreads(0, TimeSpan.Zero));
    }

    private sealed class HangingWay : IStackWay, IDisposable
    {
        private readonly ManualResetEvent _release = new(false);
        private readonly ManualResetEvent _returned = new(false);

        public HangingWay() => Capturer = new ThreadCapturer(new StackWays((ThreadCaptureMethod.InProcess, () => this)));

        public ThreadCapturer Capturer { get; }

        public ThreadCaptureMethod Method => ThreadCaptureMethod.InProcess;

        public CapturedStacks Capture(ThreadCaptureOptions options, Deadline deadline)
        {
            _release.WaitOne();
            _returned.Set();
            return new CapturedStacks();
        }

        /// <summary>Lets it come back, and waits until it does.</summary>
        public void Return()
        {
            _release.Set();
            _returned.WaitOne();
        }

        public void Dispose()
        {
            _release.Dispose();
            _returned.Dispose();
        }
    }
}
