using System.Diagnostics;

namespace Scenarios.Roots;

/// <summary>Waits until a program ends before it reads what that prints, which is more than a pipe holds.</summary>
internal sealed class ArchiveWriter : BackgroundService
{
    private volatile bool _started;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        new Crew().Start("archive", () => ListFiles());
        Ready.When(() => _started);
        return Task.Delay(Timeout.Infinite, stoppingToken);
    }

    private string ListFiles()
    {
        using var list = Process.Start(new ProcessStartInfo("seq", "1 200000") { RedirectStandardOutput = true })!;
        Thread.Sleep(500);
        _started = true;
        list.WaitForExit();
        return list.StandardOutput.ReadToEnd();
    }
}
