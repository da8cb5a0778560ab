using System.Diagnostics;
using GuruReports.EndToEnd.Tests.Faults;
using GuruReports.EndToEnd.Tests.Harness;
using GuruReports.Testing;

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
        using var directory = new ReportDirectory();
        var letGo = Path.Combine(directory.Path, "go");
        using var service = ChildService.Start("slow-shutdown", new Dictionary<string, string> { ["LET_GO"] = letGo }).WaitUntilReady();
        service.Kill(Signals.Term);
        service.Output.WaitFor(line => line == "stopping", Limits.Answer, service);

        service.SignalAndWait();
        File.WriteAllText(letGo, "");

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
        using var service = ChildService.Start("plain", Settings.Of(("Signal", "SIGRTMIN+4"), ("MinimumInterval", "00:00:02"))).WaitUntilReady();
        const int Signal = 38;
        const int Count = 100;

        // A real-time signal, because the kernel merges others before anyone can count them. Half of them come while a report is made.
        for (var i = 0; i < Count; i++)
        {
            service.Kill(Signal);
            if (i == Count / 2)
            {
                Until.True(() => service.Error.Count(ReportLines.IsStart) > 0, Limits.Report, service.Describe);
            }
        }

        var (reports, answered) = (0, 0);
        for (; answered < Count; reports++)
        {
            answered += ReportCount.Of(service.WaitForReport());
        }

        service.Ping();
        Assert.Equal(Count, answered);
        Assert.InRange(reports, 2, 10);
    }

    [Fact]
    public void Signal_WithoutEnd_TenReportsAndThenFew()
    {
        // Ten times the minimum interval is 3 s: no report without a snapshot takes as long on the busiest machine.
        using var service = ChildService.Start("plain", Settings.Of(("MinimumInterval", "00:00:00.300"), ("Snapshot:Enabled", "false"))).WaitUntilReady();
        var longest = TimeSpan.FromSeconds(2.7);

        var (reports, since) = (0, Stopwatch.GetTimestamp());
        Until.True(
            () =>
            {
                service.Kill(Signals.Usr1);
                if (service.Error.Count(ReportLines.IsStart) is var now && now > reports)
                {
                    (reports, since) = (now, Stopwatch.GetTimestamp());
                }

                return Stopwatch.GetElapsedTime(since) > longest;
            },
            Limits.Report,
            () => $"There were {reports} reports without a pause.\n{service.Describe()}");

        // What was saved for the first ten grows by one each 3 s while they are made.
        Assert.InRange(reports, 9, 20);
    }

    [Fact]
    public void Signal_WhenDisabled_NoReportAndNoDeathAndBothAreTold()
    {
        using var service = ChildService.Start("plain", Settings.Of(("Enabled", "false"))).WaitUntilReady();

        service.Kill(Signals.Usr1);
        service.Ping();

        service.Error.WaitFor(line => line == "GuruMeditation: no report: turned off by GuruMeditation:Enabled", Limits.Report, service);
        Assert.Equal(0, service.Error.Count(ReportLines.IsStart));
        Assert.Contains("Guru Meditation Reports are turned off by GuruMeditation:Enabled", service.Output.ToString(), StringComparison.Ordinal);
    }
}
