using GuruReports.Testing;

namespace GuruReports.TestService.Faults;

/// <summary>No illness: waits until the library's rehearsal is over, as it is in a service that has been up for some time.</summary>
internal sealed class Rehearsed : Illness
{
    private const string ThreadName = "guru-rehearsal";

    public override void BreakOut()
    {
        Until.True(() => !OtherProcess.ThreadsNamed(Environment.ProcessId, ThreadName).Any(), TimeSpan.FromMinutes(1), () => "The rehearsal does not end.");
    }
}
