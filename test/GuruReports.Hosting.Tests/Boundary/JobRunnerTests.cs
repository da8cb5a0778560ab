using GuruReports.Hosting.Boundary;

namespace GuruReports.Hosting.Tests.Boundary;

public sealed class JobRunnerTests
{
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_short = TimeSpan.FromMilliseconds(50);

    private readonly JobRunner _runner = new();

    [Fact]
    public void Run_WorkReturns_ItsValue()
    {
        var result = _runner.RunForeign("a", _ => "value", s_long, 8);

        Assert.Equal(JobOutcome.Completed, result.Outcome);
        Assert.Equal("value", result.Value);
    }

    [Fact]
    public void Run_WorkThrows_WhatItThrewAsText()
    {
        var result = _runner.RunForeign<string>("a", _ => throw new InvalidOperationException("boom"), s_long, 8);

        Assert.Equal(JobOutcome.Failed, result.Outcome);
        Assert.Equal("System.InvalidOperationException: boom", result.Error!.Short);
        Assert.Contains(nameof(JobRunnerTests), result.Error.Place, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ExceptionSaysNothingOfItself_ItsType()
    {
        var result = _runner.RunForeign<string>("a", _ => throw new SilentException(), s_long, 8);

        Assert.EndsWith(nameof(SilentException), result.Error!.Short, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_MessageOfExceptionBlocks_Late()
    {
        using var release = new ManualResetEventSlim();

        var result = _runner.RunForeign<string>("a", _ => throw new BlockingException(release), s_short, 8);
        release.Set();

        Assert.Equal(JobOutcome.Late, result.Outcome);
    }

    [Fact]
    public void Run_WorkHangs_LateThenQuarantinedThenAskedAgain()
    {
        using var release = new ManualResetEventSlim();
        using var cancelled = new ManualResetEventSlim();
        string? Hang(CancellationToken token)
        {
            token.Register(cancelled.Set);
            release.Wait(s_long, CancellationToken.None);
            return "late";
        }

        // Its thread runs from here on: on a busy machine it may take longer to start than the work has.
        _runner.RunForeign("first", _ => "first", s_long, 8);
        var late = _runner.RunForeign("a", Hang, TimeSpan.FromMilliseconds(500), 8);
        var quarantined = _runner.RunForeign("a", _ => "again", s_long, 8);
        var other = _runner.RunForeign("b", _ => "other", s_long, 8);
        Assert.True(cancelled.Wait(s_long));
        release.Set();
        Assert.True(SpinWait.SpinUntil(() => _runner.Abandoned == 0, s_long));
        var again = _runner.RunForeign("a", _ => "again", s_long, 8);

        Assert.Equal(JobOutcome.Late, late.Outcome);
        Assert.NotEqual(0, late.ThreadId);
        Assert.Equal(JobOutcome.Quarantined, quarantined.Outcome);
        Assert.Equal("other", other.Value);
        Assert.Equal("again", again.Value);
    }

    [Fact]
    public void Run_TokenTellsBeforeTheEnd_ThePartThatIsThere()
    {
        var result = _runner.RunForeign(
            "a",
            token =>
            {
                token.WaitHandle.WaitOne(s_long);
                return "the part";
            },
            TimeSpan.FromSeconds(2),
            8);

        Assert.Equal("the part", result.Value);
    }

    [Fact]
    public void RunForeign_TooManyHang_FurtherForeignOnesAreRefusedOwnOnesAreNot()
    {
        using var release = new ManualResetEventSlim();
        string? Hang(CancellationToken token)
        {
            release.Wait(s_long, CancellationToken.None);
            return null;
        }

        _runner.RunForeign("a", Hang, s_short, 1);
        var refused = _runner.RunForeign("b", _ => "b", s_long, 1);
        var own = _runner.Run("c", _ => "c", s_long);
        release.Set();

        Assert.Equal(JobOutcome.Refused, refused.Outcome);
        Assert.Equal("c", own.Value);
    }

    [Fact]
    public void RunForeign_ThousandTimesWhileOneHangs_OneThreadIsLeftAlone()
    {
        using var release = new ManualResetEventSlim();
        string? Hang(CancellationToken token)
        {
            release.Wait(s_long, CancellationToken.None);
            return null;
        }

        _runner.RunForeign("a", Hang, s_short, 8);
        for (var i = 0; i < 1000; i++)
        {
            _runner.RunForeign("a", Hang, s_short, 8);
        }

        Assert.Equal(1, _runner.Abandoned);
        release.Set();
    }

    [Fact]
    public void RunForeign_ChangesItsThread_TheNextOneRunsOnAnother()
    {
        var local = new AsyncLocal<string?>();
        Thread? worn = null;
        _runner.RunForeign(
            "a",
            _ =>
            {
                worn = Thread.CurrentThread;
                worn.IsBackground = false;
                worn.CurrentCulture = new System.Globalization.CultureInfo("de-DE");
                worn.Priority = ThreadPriority.Lowest;
                local.Value = "left behind";
                worn.Interrupt();
                return "";
            },
            s_long,
            8);

        var next = _runner.RunForeign("b", _ => new State(Thread.CurrentThread, local.Value), s_long, 8).Value!;

        Assert.NotSame(worn, next.Thread);
        Assert.True(next.WasBackground);
        Assert.Equal(ThreadPriority.Normal, next.Priority);
        Assert.Null(next.Local);
        Assert.True(worn!.Join(s_long));
    }

    [Fact]
    public void Run_InterruptedWhileItWaits_GoesOn()
    {
        var thread = _runner.Run("a", _ => Thread.CurrentThread, s_long).Value!;
        thread.Interrupt();

        Assert.True(SpinWait.SpinUntil(() => _runner.Run("b", _ => Thread.CurrentThread, s_long).Value == thread, s_long));
        Assert.True(thread.IsAlive);
    }

    [Fact]
    public void RunForeign_CallersContext_DoesNotFlow()
    {
        var local = new AsyncLocal<string?> { Value = "the caller's" };

        var seen = new JobRunner().RunForeign("a", _ => local.Value ?? "none", s_long, 8).Value;

        Assert.Equal("none", seen);
    }

    [Fact]
    public void KeepInBackground_HangsAsForeground_IsBackground()
    {
        using var release = new ManualResetEventSlim();
        Thread? thread = null;
        _runner.RunForeign<string>(
            "a",
            _ =>
            {
                thread = Thread.CurrentThread;
                thread.IsBackground = false;
                release.Wait(s_long, CancellationToken.None);
                return null;
            },
            TimeSpan.FromSeconds(1),
            8);

        Assert.True(thread!.IsBackground);
        release.Set();
    }

    private sealed record State(Thread Thread, string? Local)
    {
        public bool WasBackground { get; } = Thread.IsBackground;

        public ThreadPriority Priority { get; } = Thread.Priority;
    }

    private sealed class SilentException : Exception
    {
        public override string Message => throw new InvalidOperationException();

        public override string? StackTrace => throw new InvalidOperationException();
    }

    private sealed class BlockingException(ManualResetEventSlim release) : Exception
    {
        public override string Message
        {
            get
            {
                release.Wait(s_long);
                return "";
            }
        }
    }
}
