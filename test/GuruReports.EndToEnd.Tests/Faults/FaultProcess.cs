using System.Diagnostics;
using GuruReports.EndToEnd.Tests.Harness;

namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>A sick service in a process of its own, started through a shell, with the moment of each line of its output.</summary>
internal sealed class FaultProcess : IDisposable
{
    private readonly Process _process;

    private FaultProcess(Process process)
    {
        _process = process;
        Output = new TimedLines(process.StandardOutput.BaseStream, "standard output");
        Error = new TimedLines(process.StandardError.BaseStream, "standard error");
    }

    public TimedLines Output { get; }

    public TimedLines Error { get; }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public static FaultProcess Start(FaultSetup setup)
    {
        var script = $"{setup.Before}; exec {setup.Wrapper} \"$@\" {setup.StandardError}";
        var start = new ProcessStartInfo("bash")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(Programs.TestService)!,
        };
        foreach (var argument in (string[])["-c", script, "bash", "dotnet", Programs.TestService, setup.Mode, .. setup.Illnesses])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        foreach (var (key, value) in Harness.Settings.Of([.. setup.Settings]))
        {
            start.Environment[key] = value;
        }

        foreach (var (key, value) in setup.Variables)
        {
            start.Environment[key] = value;
        }

        return new FaultProcess(Process.Start(start)!);
    }

    /// <summary>Waits until the illnesses have broken out.</summary>
    public FaultProcess WaitUntilSick()
    {
        Output.WaitFor(line => line == "sick", Limits.Start);
        return this;
    }

    /// <summary>Sends a signal.</summary>
    /// <returns>The moment.</returns>
    public long Kill(int signal)
    {
        var timestamp = Stopwatch.GetTimestamp();
        Assert.Equal(0, Signals.Kill(Id, signal));
        return timestamp;
    }

    /// <summary>Waits for a whole report on standard error.</summary>
    /// <param name="since">When it was asked for.</param>
    public AnsweredReport WaitForReport(long since)
    {
        var first = Error.WaitFor(ReportLines.IsStart, Limits.Report);
        var last = Error.WaitFor(ReportLines.IsEnd, Limits.Report);
        return new AnsweredReport(
            Stopwatch.GetElapsedTime(since, first.Timestamp),
            Stopwatch.GetElapsedTime(since, last.Timestamp),
            first.Text,
            last.Text);
    }

    public AnsweredReport SignalAndWait() => WaitForReport(Kill(Signals.Usr1));

    /// <summary>Asks whether the service still serves.</summary>
    public void Ping()
    {
        Send("ping");
        Output.WaitFor(line => line == "pong", Limits.Answer);
    }

    public void Send(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
    }

    public int WaitForExit()
    {
        Assert.True(_process.WaitForExit(Limits.Exit), $"The service did not end.\n{Output}\n{Error}");
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
