using System.Diagnostics;
using GuruReports.EndToEnd.Tests.Harness;

namespace GuruReports.EndToEnd.Tests.Faults;

[Collection(FaultCollection.Name)]
public sealed class StarvationTests
{
    private static readonly int s_runs = Bounds.IsFull ? 20 : 5;

    [Theory]
    [InlineData(500, "A1")]
    [InlineData(5000, "A2")]
    public void Signal_PoolStarved_ReportComesAtOnce(int items, string row)
    {
        using var service = FaultProcess.Start(new FaultSetup
        {
            Illnesses = [$"starve:{items}", "plain-registration"],
            Settings = [("MinimumInterval", "00:00:00"), ("Snapshot:Interval", "00:00:00"), ("Watchdog:Enabled", "false")],
        }).WaitUntilSick();

        var plainSince = service.Kill(Signals.Usr2);
        var reports = Enumerable.Range(0, s_runs).Select(_ => service.SignalAndWait()).ToList();
        var plainWaited = Stopwatch.GetElapsedTime(plainSince);
        var hasPlainRun = service.Output.Count(line => line == "plain registration ran") > 0;

        var started = reports.Select(report => report.Started).Order().ToList();
        var whole = reports.Select(report => report.Whole).Order().ToList();
        FaultMatrix.Record(
            row,
            $"Thread pool starved by {items} blocked items ({s_runs} signals; median)",
            $"report; worst start {started[^1].TotalMilliseconds:F1} ms, worst whole {whole[^1].TotalMilliseconds:F0} ms; a plain registration beside it "
                + (hasPlainRun ? "ran" : $"had not run after {plainWaited.TotalSeconds:F0} s"),
            started[s_runs / 2],
            whole[s_runs / 2]);
        Bounds.Within($"{items} blocked items, {s_runs} signals: signal to first line, median", started[s_runs / 2], 5);
        Bounds.Within($"{items} blocked items, {s_runs} signals: signal to first line, worst", started[^1], 50);
        Bounds.Within($"{items} blocked items, {s_runs} signals: whole report, median", whole[s_runs / 2], 1000);
    }

    [Fact]
    public void Starved_NoTakeover_WatchdogReportsByItself()
    {
        using var service = FaultProcess.Start(new FaultSetup
        {
            Illnesses = ["starve:5000"],
            Settings = [("SignalTakeover", "false")],
        }).WaitUntilSick();

        var report = service.WaitForReport(Stopwatch.GetTimestamp());

        FaultMatrix.Record("A3", "The same with 5000, takeover off, nobody signals", $"the watchdog's report: `{Reason(report)}`", report);
        Assert.Contains("(thread pool starved for", report.FirstLine, StringComparison.Ordinal);
        Bounds.Within("5000 blocked items, no takeover: the watchdog's report", report.Started, 10_000);
    }

    [Fact]
    public void Signal_ProcessorsPegged_ReportComes()
    {
        using var service = FaultProcess.Start(new FaultSetup { Illnesses = ["peg"] }).WaitUntilSick();

        var report = service.SignalAndWait();

        FaultMatrix.Record("A4", "All processors pegged by pool work, twice over", "report", report);
        Bounds.Within("processors pegged by pool work: whole report", report.Whole, 6000);
    }

    [ProcessorQuotaFact]
    public void Signal_ProcessorQuota_ReportComes()
    {
        using var quota = new ProcessorQuota(percent: 10);
        using var service = FaultProcess.Start(new FaultSetup
        {
            Settings = [("MinimumInterval", "00:00:00")],
        }).WaitUntilSick();
        quota.Add(service.Id);

        var cold = service.SignalAndWait();
        var warm = service.SignalAndWait();

        FaultMatrix.Record("A5", "10 % of one processor by quota, the process's first report", "report", cold);
        FaultMatrix.Record("A6", "The same, its second report", "report", warm);
        Bounds.Within("10 % of a processor: whole report", Longer(cold, warm), 6000);
    }

    [Fact]
    public void Signal_GcStorm_ReportComes()
    {
        using var service = FaultProcess.Start(new FaultSetup
        {
            Illnesses = ["gc-storm"],
            Settings = [("MinimumInterval", "00:00:00")],
        }).WaitUntilSick();

        var cold = service.SignalAndWait();
        var warm = service.SignalAndWait();

        FaultMatrix.Record("A7", "Full garbage collections, 1 ms apart, the process's first report", "report", cold);
        FaultMatrix.Record("A8", "The same, its second report", "report", warm);
        Bounds.Within("full collections, 1 ms apart: whole report", Longer(cold, warm), 6000);
    }

    [Fact]
    public void Signal_GcStormFromTheStart_ReportComes()
    {
        using var service = FaultProcess.Start(new FaultSetup { Illnesses = ["gc-storm"] }).WaitUntilSick();

        var report = service.SignalAndWait();

        FaultMatrix.Record("A10", "Full garbage collections from the start, the process's first report", "report", report);
        service.Ping();
    }

    [Fact]
    public void Signal_LargeAllocationsFail_ReportComes()
    {
        using var service = FaultProcess.Start(new FaultSetup
        {
            Illnesses = ["out-of-memory"],
            Variables = [("DOTNET_GCHeapHardLimit", "0x8000000")],
        }).WaitUntilSick();

        var report = service.SignalAndWait();

        FaultMatrix.Record("A9", "Heap at its hard limit, large allocations fail", "report", report);
        service.Ping();
    }

    private static TimeSpan Longer(AnsweredReport one, AnsweredReport other) => one.Whole > other.Whole ? one.Whole : other.Whole;

    private static string Reason(AnsweredReport report) => report.FirstLine[(report.FirstLine.IndexOf('(', StringComparison.Ordinal) + 1)..^1];
}
