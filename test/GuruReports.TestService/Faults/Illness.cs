using GuruReports.Hosting;
using Microsoft.Extensions.Hosting;

namespace GuruReports.TestService.Faults;

/// <summary>One thing that can be wrong with a service.</summary>
internal abstract class Illness
{
    /// <summary>Runs before the reports are registered.</summary>
    public virtual void BeforeRegistration()
    {
    }

    /// <summary>Adds to the host.</summary>
    public virtual void Register(HostApplicationBuilder builder, IGuruMeditationBuilder reports)
    {
    }

    /// <summary>Runs right after the reports are registered.</summary>
    public virtual void AfterRegistration()
    {
    }

    /// <summary>Runs when the host has started, on a thread of its own; returns when the service is ill.</summary>
    public virtual void BreakOut()
    {
    }
}
