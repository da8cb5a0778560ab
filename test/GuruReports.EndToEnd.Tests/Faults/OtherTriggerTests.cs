using System.Diagnostics;
using GuruReports.EndToEnd.Tests.Harness;
using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>The triggers that work where signals do not.</summary>
[Collection(FaultCollection.Name)]
public sealed class OtherTriggerTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("guru-fault-").FullName;

    private string RequestFile => Path.Combine(_root, "request");

    [RootFact]
    public void RequestFile_SignalThreadStuck_ReportComes()
    {
        using var program = new HeldProgram(Path.Combine(_root, "program"));
        using var service = FaultProcess.Start(new FaultSetup
        {
            Illnesses = ["stuck-start"],
            Settings = [("RequestFile", RequestFile)],
            Variables = [("STUCK_PROGRAM", program.Path)],
        }).WaitUntilSick();

        service.Kill(Signals.Usr1);
        var since = Stopwatch.GetTimestamp();
        File.WriteAllText(RequestFile, "");
        var report = service.WaitForReport(since);

        FaultMatrix.Record("H1", "A stuck Process.Start, and a child that has ended: no signal of any kind arrives", "the request file's report", report);
        Assert.Contains("(request file", report.FirstLine, StringComparison.Ordinal);
    }

    [Fact]
    public void RequestFile_InTheReportDirectory_MakesOneReport()
    {
        var directory = Path.Combine(_root, "reports");
        Directory.CreateDirectory(directory);
        File.SetUnixFileMode(directory, (UnixFileMode)Convert.ToInt32("700", 8));
        using var service = FaultProcess.Start(new FaultSetup
        {
            Settings =
            [
                ("RequestFile", directory), ("Directory", directory), ("Destination", "StandardError, File"),
                ("MinimumInterval", "00:00:00"),
            ],
        }).WaitUntilSick();

        var since = Stopwatch.GetTimestamp();
        File.WriteAllText(Path.Combine(directory, "please"), "");
        var report = service.WaitForReport(since);

        // The watchdog looks each time it wakes: a report that a report asks for would be asked for by now. The signal's
        // report comes after all that was asked for before it.
        BlockedThreads.WaitUntilSlept(service.Id, "guru-watchdog", times: 4);
        var last = service.SignalAndWait();
        FaultMatrix.Record("H2", "The trigger directory is the report directory", "one report", report);
        Assert.Contains("(SIGUSR1", last.FirstLine, StringComparison.Ordinal);
        Assert.Equal(2, service.Error.Count(ReportLines.IsStart));
    }

    [Fact]
    public void Crash_Unhandled_ReportComesBeforeTheEnd()
    {
        using var service = FaultProcess.Start(new FaultSetup
        {
            Illnesses = ["crash"],
            Settings = [("Watchdog:ReportCrash", "true")],
        });

        var report = service.WaitForReport(Stopwatch.GetTimestamp());
        var code = service.WaitForExit();

        FaultMatrix.Record("H3", "An unhandled exception, with `Watchdog:ReportCrash`", "report, then the process ends as it would have");
        Assert.Contains("(unhandled System.InvalidOperationException", report.FirstLine, StringComparison.Ordinal);
        Assert.Equal(128 + 6, code);
    }

    [Fact]
    public void Shutdown_TakesTooLong_ReportSaysWhoHoldsItUp()
    {
        using var service = FaultProcess.Start(new FaultSetup
        {
            Illnesses = ["slow-stop:60"],
            Settings = [("Watchdog:ShutdownLimit", "00:00:02")],
        }).WaitUntilSick();

        var since = service.Kill(Signals.Term);
        var report = service.WaitForReport(since);

        FaultMatrix.Record("H4", "The host takes longer to stop than `Watchdog:ShutdownLimit` (2 s)", "report", report);
        Assert.Contains("(shutdown takes longer than 2 s", report.FirstLine, StringComparison.Ordinal);
        Assert.Contains("HoldUp", service.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Process_StoppedForLong_SaysThatItStoodStill()
    {
        using var service = FaultProcess.Start(new FaultSetup
        {
            Settings = [("Watchdog:StarvationLimit", "00:00:02")],
        }).WaitUntilSick();

        service.Kill(Signals.Stop);
        Until.True(() => OtherProcess.State(service.Id) == 'T', Limits.Answer, () => "The process does not stop.");
        Until.HasPassed(TimeSpan.FromSeconds(5));
        var since = service.Kill(Signals.Continue);
        var report = service.WaitForReport(since);

        FaultMatrix.Record("H5", "The process stood still for longer than the starvation limit", "the watchdog's report", report);
        Assert.Contains("(process stood still for", report.FirstLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Signal", "SIGKILL")]
    [InlineData("SectionTimeout", "-1")]
    public void Options_Invalid_StopTheHostWithTheKey(string key, string value)
    {
        using var service = FaultProcess.Start(new FaultSetup { Settings = [(key, value)] });

        var code = service.WaitForExit();
        service.Error.WaitForEnd();

        FaultMatrix.Record("I1", "Options that are not valid", "the host does not start; the message names the key, the value and what is allowed");
        Assert.NotEqual(0, code);
        Assert.Contains($"GuruMeditation:{key}", service.Error.ToString(), StringComparison.Ordinal);
        Assert.Contains(value, service.Error.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
