using System.Diagnostics;
using System.Text.Json;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Testing;

namespace GuruReports.SnapshotAnalysis.Tests;

/// <summary>A running zoo; it takes snapshots of itself on request.</summary>
internal sealed class ZooProcess : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(120);
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    // An image taken while code is being compiled may say that its stacks cannot be read; it is only to say so.
    private const int MostTakes = 3;

    private readonly Process _process;
    private bool? _isSuspendedByRuntime;

    public ZooProcess(string arguments = "", params (string Name, string Value)[] environment)
        : this(arguments, environment, static _ => { })
    {
    }

    /// <summary>Starts a zoo on another .NET than the machine's.</summary>
    internal ZooProcess(OtherRuntime runtime, string program = "GuruReports.AsyncZoo")
        : this("", [], runtime.Take, program)
    {
    }

    private ZooProcess(string arguments, (string Name, string Value)[] environment, Action<ProcessStartInfo> prepare, string program = "GuruReports.AsyncZoo")
    {
        // GURU_ZOO names a zoo that was published for another C library or machine, or a script that brings its answers.
        var start = Environment.GetEnvironmentVariable("GURU_ZOO") is { Length: > 0 } other
            ? new ProcessStartInfo(other, arguments)
            : new ProcessStartInfo("dotnet", $"\"{Path(program)}\" {arguments}");
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        prepare(start);
        _process = Process.Start(start)!;
        Assert.StartsWith("READY", ReadLine(), StringComparison.Ordinal);
    }

    /// <summary>The id of the process.</summary>
    public int Id => _process.Id;

    /// <summary>True when its async methods are compiled for the runtime to suspend.</summary>
    public bool IsSuspendedByRuntime => _isSuspendedByRuntime ??= Ask("async") == "runtime";

    /// <summary>Has the zoo take a snapshot of itself: <c>snapshot</c>, or <c>heap</c> with the heap walk.</summary>
    public SnapshotResult Take(string command)
    {
        SnapshotResult result;
        var takes = 0;
        do
        {
            var line = Ask(command);
            Assert.StartsWith("{", line, StringComparison.Ordinal);
            result = JsonSerializer.Deserialize<SnapshotResult>(line, s_json)!;
        }
        while (++takes < MostTakes && result.Unavailable.Any(static part => part.Part == "Threads"));

        return result;
    }

    public string Ask(string command)
    {
        _process.StandardInput.WriteLine(command);
        _process.StandardInput.Flush();
        return ReadLine();
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private string ReadLine()
    {
        var line = _process.StandardOutput.ReadLineAsync();
        if (!line.Wait(s_patience))
        {
            _process.Kill();
            throw new TimeoutException("the zoo did not answer");
        }

        return line.Result ?? throw new InvalidOperationException("the zoo ended");
    }

    private static string Path(string program)
    {
        var own = AppContext.BaseDirectory.TrimEnd(System.IO.Path.DirectorySeparatorChar);
        var framework = System.IO.Path.GetFileName(own);
        var configuration = System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(own)!);
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(own, "../../..", "..", program, "bin", configuration, framework, "GuruReports.AsyncZoo.dll"));
        Assert.True(File.Exists(path), path);
        return path;
    }
}
