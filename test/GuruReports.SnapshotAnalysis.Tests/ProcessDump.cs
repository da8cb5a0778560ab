using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotAnalysis.Tests;

/// <summary>
/// A dump of another process that a test itself reads, without a helper. Not the process itself: the test is its parent, and
/// where a parent reaps its other children while it attaches to one, it takes the stop that it waits for, and waits for ever.
/// </summary>
internal sealed class ProcessDump : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"guru-test-{Guid.NewGuid():n}.dmp");
    private readonly DataTarget _target;

    public ProcessDump(int process)
    {
        Write(process);
        _target = DataTarget.LoadDump(_file);
        Runtime = _target.ClrVersions[0].CreateRuntime();
    }

    public ClrRuntime Runtime { get; }

    public void Dispose()
    {
        Runtime.Dispose();
        _target.Dispose();
        File.Delete(_file);
    }

    private void Write(int process)
    {
        var start = new ProcessStartInfo(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "createdump"), ["--full", "--name", _file, $"{process}"])
        {
            RedirectStandardOutput = true,
        };
        using var dump = Process.Start(start)!;
        var words = dump.StandardOutput.ReadToEnd();
        dump.WaitForExit();
        Assert.True(dump.ExitCode == 0, words);
    }
}
