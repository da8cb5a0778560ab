using System.Text.RegularExpressions;
using GuruReports.EndToEnd.Tests.Harness;
using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>Stalls that are over before anybody can ask.</summary>
[Collection(FaultCollection.Name)]
public sealed partial class NearMissTests
{
    // A service that has just started is left alone.
    private static readonly TimeSpan s_settled = TimeSpan.FromSeconds(15);

    [Fact]
    public void Stalls_OfAServiceUnderLoad_AreInTheNextReportWithTheGuiltyStack()
    {
        var pace = Bounds.IsLong ? 40 : 4;
        using var service = FaultProcess.Start(new FaultSetup { Illnesses = [$"stalls:{pace}"] }).WaitUntilSick();
        Until.HasPassed(s_settled);
        service.Output.SkipToEnd();
        service.Output.WaitFor(line => line == "stalled", Limits.Report);
        service.Output.WaitFor(line => line == "stalled", Limits.Report);

        service.SignalAndWait();

        var report = service.Error.ToString();
        Assert.Matches(@"\n\d\d:\d\d:\d\d\.\d{3}Z: +\(something waited in the pool for \d+ ms or longer\)\n", report);
        Assert.Contains("sleeping", report, StringComparison.Ordinal);
        Assert.Contains("GuruReports.TestService.Faults.Stalls.AskPrinter", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Lock_WaitedForFor1500Milliseconds_IsInTheNextReportWithWaiterAndHolder()
    {
        var pace = Bounds.IsLong ? 40 : 4;
        using var service = FaultProcess.Start(new FaultSetup { Illnesses = [$"slow-reload:{pace}"] }).WaitUntilSick();
        Until.HasPassed(s_settled);
        service.Output.SkipToEnd();

        // The contention of another lock may have been looked at just before: then half a minute passes to the next look.
        string report;
        var reloads = 0;
        do
        {
            service.Output.WaitFor(line => line == "reloaded", Limits.Report);
            service.SignalAndWait();
            report = service.Error.ToString()!;
        }
        while (!LockWait().IsMatch(report) && ++reloads < 9);

        Assert.Matches(LockWait(), report);
        Assert.Contains("GuruReports.TestService.Faults.SlowReload.ReadPrices", report, StringComparison.Ordinal);
        Assert.Contains("GuruReports.TestService.Faults.SlowReload.Reload", report, StringComparison.Ordinal);
    }

    [LongFact]
    public void Load_OfAHealthyService_HasNone()
    {
        using var service = FaultProcess.Start(new FaultSetup { Mode = "soak" });
        service.Output.WaitFor(line => line == "ready", Limits.Start);
        Until.HasPassed(s_settled + TimeSpan.FromMinutes(10));

        service.SignalAndWait();

        Assert.Contains("\nnone in the last hour\n", service.Error.ToString(), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\n\d\d:\d\d:\d\d\.\d{3}Z: +\(a thread waited for a lock for 1(\.\d+)? s or longer\)\n")]
    private static partial Regex LockWait();
}
