using System.Runtime.InteropServices;
using GuruReports.TestService.Hosts;

namespace GuruReports.TestService.Faults;

/// <summary>An ordinary registration for SIGUSR2, to measure beside the reports' own signal.</summary>
internal sealed class PlainRegistration : Illness
{
    private PosixSignalRegistration? _registration;

    public override void AfterRegistration()
    {
        const PosixSignal Usr2 = (PosixSignal)12;
        _registration = PosixSignalRegistration.Create(Usr2, context =>
        {
            context.Cancel = true;
            ServiceHost.Say("plain registration ran");
        });
    }
}
