using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using GuruReports.Hosting.Triggers;

namespace GuruReports.Hosting.Tests.Triggers;

/// <summary>Signals of this very process; what needs a process of its own is in the end-to-end tests.</summary>
public sealed partial class ReportSignalTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    [Fact]
    public void Arm_SignalRaised_RequestsWithTheSignalsName()
    {
        using var requests = new BlockingCollection<string>();
        var state = ReportSignal.Arm("SIGRTMIN+5", takeover: true, requests.Add);

        Assert.Equal(0, Raise(39));

        Assert.True(requests.TryTake(out var reason, s_limit));
        Assert.Equal("SIGRTMIN+5", reason);
        Assert.Equal(SignalMode.TakenOver, state.Mode);
        Assert.Contains("SIGRTMIN+5 (39)", state.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Arm_SecondTime_RequestsOncePerSignal()
    {
        using var requests = new BlockingCollection<string>();
        using var marks = new BlockingCollection<string>();
        ReportSignal.Arm("SIGRTMIN+6", takeover: true, requests.Add);
        ReportSignal.Arm("SIGRTMIN+6", takeover: true, requests.Add);
        ReportSignal.Arm("SIGRTMIN+7", takeover: true, marks.Add);

        Raise(40);
        Raise(41);

        // Two signals may arrive on two threads, in either order.
        Assert.True(requests.TryTake(out _, s_limit));
        Assert.True(marks.TryTake(out _, s_limit));
        Assert.Empty(requests);
    }

    [Fact]
    public void Arm_RequestThrows_LaterSignalsStillArrive()
    {
        using var requests = new BlockingCollection<string>();
        ReportSignal.Arm("SIGRTMIN+8", takeover: true, reason =>
        {
            requests.Add(reason);
            throw new InvalidOperationException("a broken queue");
        });

        Raise(42);
        Raise(42);

        Assert.True(requests.TryTake(out _, s_limit));
        Assert.True(requests.TryTake(out _, s_limit));
    }

    [Fact]
    public void Arm_OtherRegistrationForTheSignal_BothRun()
    {
        using var requests = new BlockingCollection<string>();
        using var others = new BlockingCollection<PosixSignal>();
        using var before = PosixSignalRegistration.Create((PosixSignal)43, context => others.Add(context.Signal));
        ReportSignal.Arm("SIGRTMIN+9", takeover: true, requests.Add);
        using var after = PosixSignalRegistration.Create((PosixSignal)43, context => others.Add(context.Signal));

        Raise(43);

        Assert.True(requests.TryTake(out _, s_limit));
        Assert.True(others.TryTake(out _, s_limit));
        Assert.True(others.TryTake(out _, s_limit));
    }

    [Fact]
    public void Arm_BadText_ArmsTheDefault()
    {
        var state = ReportSignal.Arm("SIGNONSENSE", takeover: true, _ => { });

        Assert.Equal("SIGUSR1", state.Name);
        Assert.Equal(SignalMode.TakenOver, state.Mode);
    }

    [Fact]
    public void Arm_None_SaysThatNothingIsArmed()
    {
        var state = ReportSignal.Arm("none", takeover: true, _ => { });

        Assert.Equal(SignalMode.None, state.Mode);
        Assert.Contains("turned off", state.Text, StringComparison.Ordinal);
    }

    private static int Raise(int signal) => Kill(Environment.ProcessId, signal);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
