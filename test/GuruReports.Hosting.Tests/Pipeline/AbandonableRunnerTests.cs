using GuruReports.Hosting.Pipeline;

namespace GuruReports.Hosting.Tests.Pipeline;

public sealed class AbandonableRunnerTests
{
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_short = TimeSpan.FromMilliseconds(50);

    private readonly AbandonableRunner _runner = new("test");

    [Fact]
    public void Run_WorkReturns_ItsValue()
    {
        var result = _runner.Run("a", _ => "value", s_long, 8);

        Assert.Equal(RunOutcome.Completed, result.Outcome);
        Assert.Equal("value", result.Value);
    }

    [Fact]
    public void Run_WorkThrows_ItsException()
    {
        var result = _runner.Run<string>("a", _ => throw new InvalidOperationException("boom"), s_long, 8);

        Assert.Equal(RunOutcome.Failed, result.Outcome);
        Assert.Equal("boom", result.Error!.Message);
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
        _runner.Run("first", _ => "first", s_long, 8);
        var late = _runner.Run("a", Hang, s_short, 8);
        var quarantined = _runner.Run("a", _ => "again", s_long, 8);
        var other = _runner.Run("b", _ => "other", s_long, 8);
        Assert.True(cancelled.Wait(s_long));
        release.Set();
        Assert.True(SpinWait.SpinUntil(() => _runner.Abandoned == 0, s_long));
        var again = _runner.Run("a", _ => "again", s_long, 8);

        Assert.Equal(RunOutcome.Late, late.Outcome);
        Assert.NotEqual(0, late.ThreadId);
        Assert.Equal(RunOutcome.Quarantined, quarantined.Outcome);
        Assert.Equal("other", other.Value);
        Assert.Equal("again", again.Value);
    }

    [Fact]
    public void Run_TooManyHang_FurtherOnesAreRefused()
    {
        using var release = new ManualResetEventSlim();
        string? Hang(CancellationToken token)
        {
            release.Wait(s_long, CancellationToken.None);
            return null;
        }

        _runner.Run("a", Hang, s_short, 1);
        var refused = _runner.Run("b", _ => "b", s_long, 1);
        release.Set();

        Assert.Equal(RunOutcome.Refused, refused.Outcome);
    }

    [Fact]
    public void Run_ThousandTimesWhileOneHangs_OneThreadIsLeftAlone()
    {
        using var release = new ManualResetEventSlim();
        string? Hang(CancellationToken token)
        {
            release.Wait(s_long, CancellationToken.None);
            return null;
        }

        _runner.Run("a", Hang, s_short, 8);
        for (var i = 0; i < 1000; i++)
        {
            _runner.Run("a", Hang, s_short, 8);
        }

        Assert.Equal(1, _runner.Abandoned);
        release.Set();
    }
}
