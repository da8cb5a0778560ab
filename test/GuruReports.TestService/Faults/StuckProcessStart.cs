using System.Diagnostics;
using GuruReports.TestService.Hosts;

namespace GuruReports.TestService.Faults;

/// <summary>
/// A <c>Process.Start</c> that does not return, because the file it executes cannot be opened for now, while another
/// child ends. The test holds the file named by <c>STUCK_PROGRAM</c>.
/// </summary>
internal sealed class StuckProcessStart : Illness
{
    public override void BreakOut()
    {
        var shortLived = Process.Start("sleep", "1");
        var stuck = new Thread(() => Process.Start(Environment.GetEnvironmentVariable("STUCK_PROGRAM")!))
        {
            IsBackground = true,
            Name = "stuck-start",
        };
        stuck.Start();
        ServiceHost.Say("starting");
        while (!File.Exists($"/proc/{shortLived.Id}/stat") || !IsZombie(shortLived.Id))
        {
            Thread.Sleep(20);
        }
    }

    private static bool IsZombie(int id) => File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal);
}
