using System.Diagnostics;

namespace GuruReports.TestService.Faults;

/// <summary>A child process that goes on for long.</summary>
internal sealed class LongChild : Illness
{
    public override void BreakOut() => Process.Start("sleep", "1000");
}
