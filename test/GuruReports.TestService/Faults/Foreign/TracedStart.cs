using System.Diagnostics;

namespace GuruReports.TestService.Faults.Foreign;

/// <summary>A service that is registered and started inside a trace of its own.</summary>
internal sealed class TracedStart : Illness
{
    public override void BeforeRegistration() => new Activity("start").Start();
}
