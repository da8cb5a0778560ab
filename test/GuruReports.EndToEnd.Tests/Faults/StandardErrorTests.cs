using System.Diagnostics;
using GuruReports.EndToEnd.Tests.Harness;
using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>
/// Standard error that takes nothing: the service goes on, the report reaches the file, and the next report says what
/// was lost.
/// </summary>
[Collection(FaultCollection.Name)]
public sealed class StandardErrorTests
{
    [Fact]
    public void Pipe_NobodyReads_FileComes()
    {
        using var pipe = NamedPipe.Create();
        pipe.Open();

        Check("D1", "Standard error is a pipe that nobody reads", $"2>{pipe.Path}", "nobody reads it");
    }

    [Fact]
    public void Pipe_ReaderStopped_FileComes()
    {
        using var pipe = NamedPipe.Create();
        using var reader = Process.Start("bash", ["-c", $"exec cat <{pipe.Path} >/dev/null"])!;

        Check("D2", "Its reader is stopped", $"2>{pipe.Path}", "nobody reads it", () => Signals.Kill(reader.Id, Signals.Stop));
        reader.Kill();
    }

    [Fact]
    public void Pipe_ReaderGone_FileComes()
    {
        using var pipe = NamedPipe.Create();
        using var reader = Process.Start("bash", ["-c", $"exec cat <{pipe.Path} >/dev/null"])!;

        Check("D3", "Its reader is gone", $"2>{pipe.Path}", "no reader any more", reader.Kill);
    }

    [Fact]
    public void Terminal_NobodyReads_FileComes()
    {
        using var terminal = new PseudoTerminal();

        Check("D4", "Standard error is a terminal that is not read", $"2>{terminal.Path}", "nobody reads it");
    }

    [Fact]
    public void Socket_ReaderStopped_FileComes()
    {
        using var socket = new InheritedSocket();

        Check("D5", "Standard error is a socket that is not read, as a stopped journald's is", $"2>&{socket.Descriptor}", "nobody reads it");
    }

    [Fact]
    public void Device_Full_FileComes() =>
        Check("D6", "Standard error is /dev/full", "2>/dev/full", "No space left on device");

    [Fact]
    public void Descriptor_ClosedAtStart_NothingForeignIsWritten() =>
        Check("D7", "Standard error was closed at start", "2>&-", "standard error");

    [Fact]
    public void Descriptor_ReadOnly_IsRefused() =>
        Check("D8", "Standard error is open for reading only", "2</dev/zero", "reading only");

    [Fact]
    public void Console_LockHeld_ReportComesAnyway()
    {
        using var pipe = NamedPipe.Create();
        pipe.Open();
        using var directory = new ReportDirectory();
        using var service = Start(directory, $"2>{pipe.Path}", "console-lock");
        service.Output.WaitFor(line => line == "ready", Limits.Start);
        BlockedThreads.WaitUntilWriting(service.Id, "console-writer");

        var since = service.Kill(Signals.Usr1);
        ReportFiles.WaitForNext(directory.Path, []);

        FaultMatrix.Record("D9", "A thread hangs in Console.Error and holds Console's lock", "report in the file", null, Stopwatch.GetElapsedTime(since));
        Assert.False(service.HasExited);
    }

    [Fact]
    public void OnlyDestination_TakesNothing_ReportGoesToTheLogger()
    {
        using var service = FaultProcess.Start(new FaultSetup { StandardError = "2>&-" }).WaitUntilSick();

        var since = service.Kill(Signals.Usr1);

        // The test service's console has an event on one line.
        service.Output.WaitFor(line => line.Contains("Guru Meditation Report", StringComparison.Ordinal) && line.Contains("end of report", StringComparison.Ordinal), Limits.Report);

        FaultMatrix.Record("D10", "Standard error, the only destination, was closed at start", "report in one event of `ILogger`", null, Stopwatch.GetElapsedTime(since));
        service.Ping();
    }

    private static void Check(string row, string fault, string redirection, string reason, Action? breakIt = null)
    {
        using var directory = new ReportDirectory();
        using var service = Start(directory, redirection).WaitUntilSick();
        breakIt?.Invoke();

        var since = service.Kill(Signals.Usr1);
        var first = ReportFiles.WaitForNext(directory.Path, []);
        var came = Stopwatch.GetElapsedTime(since);
        service.Ping();
        service.Kill(Signals.Usr1);
        var second = ReportFiles.WaitForNext(directory.Path, [first]);
        service.Ping();

        var lost = ReportFiles.Lost(second);
        Assert.Contains(reason, lost, StringComparison.Ordinal);
        FaultMatrix.Record(row, fault, $"report in the file; the next one says that the other was lost: `…{reason}`", null, came);
    }

    // The large section does not fit into what pipes, terminals and sockets hold for a reader.
    private static FaultProcess Start(ReportDirectory directory, string redirection, params string[] illnesses) =>
        FaultProcess.Start(new FaultSetup
        {
            Illnesses = ["section-large:400000", .. illnesses],
            StandardError = redirection,
            Settings =
            [
                ("Destination", "StandardError, File"),
                ("Directory", directory.Path),
                ("MinimumInterval", "00:00:00"),
                ("DestinationTimeout", "00:00:00.500"),
            ],
        });
}
