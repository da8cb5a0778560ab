using System.Runtime.InteropServices;
using GuruReports.TestService.Hosts;

namespace GuruReports.TestService.Faults;

/// <summary>The service's own handlers for the report's signal and for others, made before and after the registration.</summary>
internal sealed class ForeignHandlers : Illness
{
    private const PosixSignal Usr1 = (PosixSignal)10;

    private readonly List<PosixSignalRegistration> _registrations = [];

    public override void BeforeRegistration()
    {
        Handle(Usr1, "USR1 before");
        Handle(PosixSignal.SIGHUP, "HUP before");
    }

    public override void AfterRegistration()
    {
        Handle(Usr1, "USR1 after");
        Handle(PosixSignal.SIGCHLD, "CHLD after");
        Handle(PosixSignal.SIGTERM, "TERM after");
    }

    private void Handle(PosixSignal signal, string name) =>
        _registrations.Add(PosixSignalRegistration.Create(signal, context =>
        {
            // Left alone for the report's own signal: the library's promise has to hold without help.
            context.Cancel |= signal != Usr1;
            ServiceHost.Say("foreign " + name);
        }));
}
