using GuruReports.Hosting.Triggers;

namespace GuruReports.Hosting.Tests.Triggers;

/// <summary>The handler itself; a process that really crashes is in the end-to-end tests.</summary>
public sealed class CrashTriggerTests
{
    [Fact]
    public void OnUnhandled_Terminating_ReportsOnceWithTheTypeOnly()
    {
        var reasons = new List<string>();
        var trigger = CrashTrigger.Arm(reasons.Add, TimeSpan.FromSeconds(10));
        var arguments = new UnhandledExceptionEventArgs(new InvalidOperationException("password=hunter2"), isTerminating: true);

        trigger.OnUnhandled(null, arguments);
        trigger.OnUnhandled(null, arguments);

        var reason = Assert.Single(reasons);
        Assert.StartsWith("unhandled System.InvalidOperationException on thread #", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void OnUnhandled_ReportHangs_ReturnsAfterTheLimit()
    {
        using var never = new ManualResetEventSlim();
        var trigger = CrashTrigger.Arm(_ => never.Wait(), TimeSpan.FromMilliseconds(50));

        trigger.OnUnhandled(null, new UnhandledExceptionEventArgs(new InvalidOperationException(), isTerminating: true));
        var isStillHanging = !never.IsSet;
        never.Set();

        Assert.True(isStillHanging);
    }

    [Fact]
    public void OnUnhandled_ReportThrows_DoesNotThrow()
    {
        var trigger = CrashTrigger.Arm(_ => throw new InvalidOperationException("broken"), TimeSpan.FromSeconds(10));

        var exception = Record.Exception(() =>
            trigger.OnUnhandled(null, new UnhandledExceptionEventArgs(new InvalidOperationException(), isTerminating: true)));

        Assert.Null(exception);
    }
}
