using System.Diagnostics;
using GuruReports.TestService.Hosts;

namespace GuruReports.TestService.Faults;

/// <summary>A child process that tells which signals it was started with ignored, blocked or caught.</summary>
internal sealed class CuriousChild : Illness
{
    public override void BreakOut()
    {
        var start = new ProcessStartInfo("grep", ["-E", "^Sig(Blk|Ign|Cgt)", "/proc/self/status"]) { RedirectStandardOutput = true };
        using var child = Process.Start(start)!;
        foreach (var line in child.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            ServiceHost.Say("child " + line);
        }
    }
}
