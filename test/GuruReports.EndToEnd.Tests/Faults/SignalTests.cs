using System.Globalization;
using GuruReports.EndToEnd.Tests.Harness;
using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.Faults;

[Collection(FaultCollection.Name)]
public sealed class SignalTests
{
    private const int KilledByUsr1 = 128 + Signals.Usr1;

    [Fact]
    public void Signal_BeforeRegistration_EndsTheProcess()
    {
        using var service = FaultProcess.Start(new FaultSetup { Mode = "unregistered" });
        service.Output.WaitFor(line => line == "ready", Limits.Start);

        service.Kill(Signals.Usr1);
        var code = service.WaitForExit();

        FaultMatrix.Record("B1", "Signal before registration", "the signal ends the process, as without the library");
        Assert.Equal(KilledByUsr1, code);
    }

    [Fact]
    public void Signal_RightAfterRegistration_ReportComes()
    {
        using var service = FaultProcess.Start(new FaultSetup { Mode = "early" });
        service.Output.WaitFor(line => line == "registered", Limits.Start);

        var report = service.SignalAndWait();

        FaultMatrix.Record("B2", "Signal the moment registration returns, before the host is built", "report; the service starts", report);
        service.Output.WaitFor(line => line == "ready", Limits.Start);
    }

    [Fact]
    public void Signal_DuringShutdown_ReportComes()
    {
        using var directory = new ReportDirectory();
        var letGo = Path.Combine(directory.Path, "go");
        using var service = FaultProcess.Start(new FaultSetup { Mode = "slow-shutdown", Variables = [("LET_GO", letGo)] });
        service.Output.WaitFor(line => line == "ready", Limits.Start);
        service.Kill(Signals.Term);
        service.Output.WaitFor(line => line == "stopping", Limits.Exit);

        var report = service.SignalAndWait();

        File.WriteAllText(letGo, "");
        FaultMatrix.Record("B3", "Signal while the host stops", "report; the host ends as it should", report);
        service.Output.WaitFor(line => line == "ended", Limits.Exit);
        Assert.Equal(0, service.WaitForExit());
    }

    [Fact]
    public void Signal_AfterTheHostIsGone_ReportComes()
    {
        using var service = FaultProcess.Start(new FaultSetup { Mode = "after" });
        service.Output.WaitFor(line => line == "gone", Limits.Start);

        var report = service.SignalAndWait();

        FaultMatrix.Record("B4", "Signal after the host is disposed and collected", "report; the process lives", report);
        service.Ping();
    }

    [Fact]
    public void Signal_AfterForcedCollections_ReportComes()
    {
        using var service = FaultProcess.Start(new FaultSetup { Illnesses = ["collect"] }).WaitUntilSick();

        var report = service.SignalAndWait();

        FaultMatrix.Record("B5", "Signal after forced collections and finalizers", "report", report);
        service.Ping();
    }

    [Theory]
    [InlineData("env --ignore-signal=USR1", "ignored by inheritance", "B6")]
    [InlineData("env --block-signal=USR1", "blocked by inheritance", "B7")]
    public void Signal_InheritedState_IsRepaired(string wrapper, string state, string row)
    {
        using var service = FaultProcess.Start(new FaultSetup { Wrapper = wrapper }).WaitUntilSick();

        var report = service.SignalAndWait();

        FaultMatrix.Record(row, $"SIGUSR1 {state}", "repaired; report", report);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public void Signal_ForeignHandlers_StillRun(string takeover)
    {
        using var service = FaultProcess.Start(new FaultSetup
        {
            Illnesses = ["foreign-handlers", "child"],
            Settings = [("SignalTakeover", takeover)],

            // The tests may run under nohup, and an ignored signal is inherited.
            Wrapper = "env --default-signal=HUP",
        }).WaitUntilSick();

        var report = service.SignalAndWait();
        service.Output.WaitFor(line => line == "foreign USR1 after", Limits.Answer);
        service.Output.WaitFor(line => line == "foreign USR1 before", Limits.Answer);
        service.Kill(Signals.Hup);
        service.Output.WaitFor(line => line == "foreign HUP before", Limits.Answer);
        service.Kill(Signals.Term);
        service.Output.WaitFor(line => line == "foreign TERM after", Limits.Answer);

        Assert.NotEqual(0, service.Output.Count(line => line == "foreign CHLD after"));
        if (takeover == "true")
        {
            FaultMatrix.Record("B8", "Foreign handlers for USR1, HUP, TERM and CHLD, made before and after", "all run; report", report);
        }
    }

    [Fact]
    public void Child_Started_HasTheDefaultDisposition()
    {
        using var service = FaultProcess.Start(new FaultSetup { Illnesses = ["child"] }).WaitUntilSick();

        var masks = service.Output.ToString().Split('\n')
            .Where(line => line.StartsWith("child Sig", StringComparison.Ordinal))
            .Select(line => ulong.Parse(line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..], NumberStyles.HexNumber | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture))
            .ToList();

        FaultMatrix.Record("B9", "A child process's SIGUSR1", "neither blocked, ignored nor caught");
        Assert.Equal(3, masks.Count);
        Assert.All(masks, mask => Assert.Equal(0UL, (mask >> (Signals.Usr1 - 1)) & 1));
    }

    [Fact]
    public void Signals_Burst_AreCoalescedAndCounted()
    {
        using var service = FaultProcess.Start(new FaultSetup
        {
            Settings = [("Signal", "SIGRTMIN+4"), ("MinimumInterval", "00:00:00"), ("Destination", "StandardError")],
        }).WaitUntilSick();

        // A real-time signal, because the kernel merges others before anyone can count them. Half of them come while a report is made.
        const int Signal = 38;
        const int Count = 1000;
        var since = service.Kill(Signal);
        for (var sent = 1; sent < Count; sent++)
        {
            service.Kill(Signal);
            if (sent == Count / 2)
            {
                Until.True(() => service.Error.Count(ReportLines.IsStart) > 0, Limits.Report, () => $"No report begins. {service.Error}");
            }
        }

        var reports = new List<AnsweredReport>();
        var answered = 0;
        while (answered < Count)
        {
            reports.Add(service.WaitForReport(since));
            answered = ReportCount.Of(service.Error.ToString());
        }

        FaultMatrix.Record("B10", $"Burst of {Count} signals", $"{reports.Count} reports; the counts add up to {answered}", reports[0].Started, reports[^1].Whole);
        Assert.Equal(Count, answered);
        Assert.InRange(reports.Count, 2, 20);
    }
}
