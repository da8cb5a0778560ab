using System.Diagnostics;
using GuruReports.TestService.Hosts;
using GuruReports.Testing;

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
        Until.True(() => OtherProcess.State(shortLived.Id) == 'Z', TimeSpan.FromMinutes(1), () => "The child has not become a zombie.");
    }
}
