using System.Diagnostics;

namespace GuruReports.EndToEnd.Tests.Scenarios;

/// <summary>Processes of others that compute on all processors.</summary>
internal sealed class BusyNeighbours : IDisposable
{
    private readonly List<Process> _processes = [];

    public BusyNeighbours()
    {
        for (var number = 0; number < Environment.ProcessorCount; number++)
        {
            _processes.Add(Process.Start("sh", ["-c", "while :; do :; done"]));
        }
    }

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }
    }
}
