using GuruReports.EndToEnd.Tests.Harness;

namespace GuruReports.EndToEnd.Tests.MainJob;

public sealed class SignalLifetimeTests
{
    [Fact]
    public void Signal_RightAfterRegistration_ServiceStartsAllTheSame()
    {
        using var service = ChildService.Start("early");
        service.Output.WaitFor(line => line == "registered", Limits.Start, service);

        var report = service.SignalAndWait();

        Assert.Contains("Guru Meditation", report, StringComparison.Ordinal);
        service.WaitUntilReady();
        service.Ping();
    }

    [Fact]
    public void Signal_NoHostIsEverBuilt_ReportOfTheProcess()
    {
        using var service = ChildService.Start("unbuilt").WaitUntilReady();

        var report = service.SignalAndWait();

        Assert.Contains("no host is running", report, StringComparison.Ordinal);
        Assert.Contains("UnbuiltHost.RunAsync", report, StringComparison.Ordinal);
        service.Ping();
    }

    [Fact]
    public void Signal_DuringShutdown_ReportComesAndTheServiceEndsByItself()
    {
        using var service = ChildService.Start("slow-shutdown").WaitUntilReady();
        service.Kill(Signals.Term);
        service.Output.WaitFor(line => line == "stopping", Limits.Answer, service);

        service.SignalAndWait();

        Assert.Equal(0, service.WaitForExit());
    }

    [Fact]
    public void Signal_AfterTheHostIsGone_ProcessLivesAndReports()
    {
        using var service = ChildService.Start("after");
        service.Output.WaitFor(line => line == "gone", Limits.Start, service);

        service.SignalAndWait();
        service.SignalAndWait();

        service.Ping();
        service.Send("end");
        Assert.Equal(0, service.WaitForExit());
    }

    [Fact]
    public void Signal_AHundredTimes_FewReportsWithAnExactCount()
    {
        using var service = ChildService.Start("plain", Settings.Of(("MinimumInterval", "00:00:02"))).WaitUntilReady();

        for (var i = 0; i < 100; i++)
        {
            service.Kill(Signals.Usr1);
        }

        service.WaitForReport();
        service.Ping();
        Assert.False(service.HasExited);
    }

    [Fact]
    public void Signal_WithoutEnd_TenReportsAndThenFew()
    {
        using var service = ChildService.Start("plain", Settings.Of(("MinimumInterval", "00:00:00.200"), ("Snapshot:Enabled", "false"))).WaitUntilReady();

        for (var end = DateTime.UtcNow + TimeSpan.FromSeconds(6); DateTime.UtcNow < end; Thread.Sleep(50))
        {
            service.Kill(Signals.Usr1);
        }

        // At the minimum interval it would be some 25, at ten times that it is 3.
        Assert.InRange(service.Error.Count(ReportLines.IsStart), 5, 15);
    }

    [Fact]
    public void Signal_WhenDisabled_NoReportAndNoDeath()
    {
        using var service = ChildService.Start("plain", Settings.Of(("Enabled", "false"))).WaitUntilReady();

        service.Kill(Signals.Usr1);
        service.Ping();

        Assert.Equal(0, service.Error.Count(ReportLines.IsStart));
    }
}
