using System.Diagnostics;

namespace GuruReports.EndToEnd.Tests.Harness;

/// <summary>A service in a real child process, with its output read line by line as it comes.</summary>
internal sealed class ChildService : IDisposable
{
    private readonly Process _process;

    private ChildService(Process process)
    {
        _process = process;
        Output = new LineLog("standard output");
        Error = new LineLog("standard error");
        process.OutputDataReceived += (_, line) => Output.Add(line.Data);
        process.ErrorDataReceived += (_, line) => Error.Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public LineLog Output { get; }

    public LineLog Error { get; }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>Starts a mode of the test service.</summary>
    public static ChildService Start(string mode, IReadOnlyDictionary<string, string>? environment = null, params string[] arguments) =>
        StartProgram(Programs.TestService, [mode, .. arguments], environment);

    /// <summary>Starts a program: an assembly through the <c>dotnet</c> host, anything else by itself.</summary>
    public static ChildService StartProgram(string assembly, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var isAssembly = assembly.EndsWith(".dll", StringComparison.Ordinal);
        var start = new ProcessStartInfo(isAssembly ? "dotnet" : assembly)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetDirectoryName(assembly)!,
        };
        if (isAssembly)
        {
            start.ArgumentList.Add(assembly);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // What the test runner was given must not reach the service, or its report.
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return new ChildService(Process.Start(start)!);
    }

    /// <summary>Waits until the service has written <c>ready</c> on a line of its standard output.</summary>
    public ChildService WaitUntilReady()
    {
        Output.WaitFor(line => line.StartsWith("ready", StringComparison.Ordinal), Limits.Start, this);
        return this;
    }

    /// <summary>Sends a signal as <c>kill</c> does.</summary>
    public void Kill(int signal)
    {
        if (Signals.Kill(_process.Id, signal) != 0)
        {
            throw new InvalidOperationException($"kill({_process.Id}, {signal}) failed: the process has ended.");
        }
    }

    /// <summary>Waits for the closing line of the next report on standard error and returns all that stands between its first and its last line.</summary>
    public string WaitForReport(TimeSpan? limit = null)
    {
        var first = Error.WaitFor(ReportLines.IsStart, limit ?? Limits.Report, this);
        var last = Error.WaitFor(ReportLines.IsEnd, limit ?? Limits.Report, this);
        return Error.Between(first, last);
    }

    /// <summary>Sends <c>SIGUSR1</c> and returns the report.</summary>
    public string SignalAndWait()
    {
        Kill(Signals.Usr1);
        return WaitForReport();
    }

    /// <summary>Writes a line to the service's standard input and waits for its answer: proof that it still serves.</summary>
    public void Ping()
    {
        Send("ping");
        Output.WaitFor(line => line == "pong", Limits.Answer, this);
    }

    public void Send(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
    }

    /// <summary>Waits for the end of the process and of its output.</summary>
    /// <returns>The exit code.</returns>
    public int WaitForExit(TimeSpan? limit = null)
    {
        if (!_process.WaitForExit(limit ?? Limits.Exit))
        {
            throw new TimeoutException($"The service did not end.\n{Describe()}");
        }

        _process.WaitForExit();
        return _process.ExitCode;
    }

    public string Describe() => $"--- standard output\n{Output}\n--- standard error\n{Error}";

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
