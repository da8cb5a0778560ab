using System.Diagnostics;
using GuruReports.EndToEnd.Tests.Harness;

namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>Reports that come before anybody asks, by rules over the process's record.</summary>
[Collection(FaultCollection.Name)]
public sealed class WatchRuleTests
{
    [Fact]
    public void CpuRule_ProcessorsPegged_ReportComesByItselfAndNamesTheRule()
    {
        using var service = FaultProcess.Start(new FaultSetup
        {
            Illnesses = ["peg"],
            Settings = [("Watchdog:Rules:Cpu:Limit", "0.3"), ("Watchdog:Rules:Cpu:For", "00:00:02")],
        }).WaitUntilSick();

        var report = service.WaitForReport(Stopwatch.GetTimestamp());

        Assert.Contains("GuruMeditation:Watchdog:Rules:Cpu", report.FirstLine, StringComparison.Ordinal);
    }

    [Fact]
    public void Look_FindingCriticalTwice_ReportComesByItselfAndNamesIt()
    {
        using var service = FaultProcess.Start(new FaultSetup
        {
            Illnesses = ["starve:500"],
            Settings = [("Watchdog:Enabled", "false"), ("Watchdog:Rules:LookInterval", "00:00:05")],
        }).WaitUntilSick();

        var report = service.WaitForReport(Stopwatch.GetTimestamp());

        Assert.Matches("critical at two looks in a row, 5 s apart .GuruMeditation:Watchdog:Rules:LookInterval", report.FirstLine);
    }

    [Fact]
    public void CpuRule_DryRun_IsLoggedAndNoReportComes()
    {
        using var service = FaultProcess.Start(new FaultSetup
        {
            Illnesses = ["peg"],
            Settings = [("Watchdog:Rules:Cpu:Limit", "0.3"), ("Watchdog:Rules:Cpu:For", "00:00:02"), ("Watchdog:Rules:DryRun", "true")],
        }).WaitUntilSick();

        service.Output.WaitFor(line => line.Contains("A watch rule would have made a report: CPU at ", StringComparison.Ordinal), Limits.Report);

        Assert.Equal(0, service.Error.Count(ReportLines.IsStart));
    }
}
