using System.Diagnostics;
using System.Globalization;
using GuruReports.Testing;

namespace GuruReports.Hosting.Tests.Docs;

/// <summary>A piece of the documents as a process. It has the libraries of this test project, beside which it is compiled.</summary>
internal sealed class SnippetProcess : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);
    private static int s_count;

    private readonly string _program = Path.Combine(AppContext.BaseDirectory, $"Snippet{Environment.ProcessId}-{Interlocked.Increment(ref s_count)}.dll");
    private readonly string _folder;
    private readonly Process _process;

    /// <param name="snippet">What is run.</param>
    /// <param name="folder">The working directory, which gets the output.</param>
    public SnippetProcess(Snippet snippet, string folder)
    {
        SnippetCompiler.Write(_program, [snippet.Running, .. Snippets.Types]);
        _folder = folder;
        var tests = Path.Combine(AppContext.BaseDirectory, typeof(SnippetProcess).Assembly.GetName().Name!);
        var start = new ProcessStartInfo("sh") { WorkingDirectory = folder };
        foreach (var argument in new[] { "-c", "exec \"$@\" >out 2>err", "sh", "dotnet", "exec", "--depsfile", tests + ".deps.json", "--runtimeconfig", tests + ".runtimeconfig.json", _program })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        _process = Process.Start(start)!;
    }

    /// <summary>Gets what it has written to standard output.</summary>
    public string Output => Read("out");

    /// <summary>Gets what it has written to standard error.</summary>
    public string Error => Read("err");

    /// <summary>Waits until standard output or standard error has some words.</summary>
    public void WaitFor(string words) => Until.True(
        () => Output.Contains(words, StringComparison.Ordinal) || Error.Contains(words, StringComparison.Ordinal),
        s_limit,
        () => $"no '{words}' in:\n{Output}\n{Error}");

    /// <summary>Sends a signal.</summary>
    public void Kill(string signal)
    {
        using var kill = Process.Start("kill", [signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>The exit code.</returns>
    public int WaitForExit() => _process.WaitForExit(s_limit) ? _process.ExitCode : throw new TimeoutException(Output + Error);

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        File.Delete(_program);
    }

    private string Read(string name)
    {
        var path = Path.Combine(_folder, name);
        return File.Exists(path) ? File.ReadAllText(path) : "";
    }
}
