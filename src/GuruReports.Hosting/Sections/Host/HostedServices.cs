using GuruReports.Hosting.Facts.Host;
using GuruReports.Inspection.Symbols;
using Microsoft.Extensions.Hosting;

namespace GuruReports.Hosting.Sections.Host;

/// <summary>Says what a hosted service does, as far as that can be proven from outside.</summary>
internal static class HostedServices
{
    /// <summary>Describes a service. It reads the service's task only: none of the service's own code runs.</summary>
    public static HostedServiceFacts Describe(IHostedService service, HostState host)
    {
        if (service is BackgroundService background)
        {
            return Describe(service.GetType(), background.ExecuteTask, host);
        }

        var name = TypeNames.Full(service.GetType());

        // A host has started when every start has returned; what a service does afterwards it does not tell.
        return host switch
        {
            HostState.Started => new HostedServiceFacts(name, HostedServiceState.Unknown, "started; no BackgroundService, so what it does cannot be seen"),
            HostState.Stopped => new HostedServiceFacts(name, HostedServiceState.Unknown, "its host has stopped"),
            _ => new HostedServiceFacts(name, HostedServiceState.Unknown),
        };
    }

    /// <summary>Returns the name of a state as a person says it.</summary>
    public static string Name(HostState state) => state switch
    {
        HostState.Starting => "starting",
        HostState.Started => "started",
        HostState.Stopping => "stopping",
        HostState.Stopped => "stopped",
        _ => "not started",
    };

    /// <summary>Returns the name of a state as a person says it.</summary>
    public static string Name(HostedServiceState state) => state switch
    {
        HostedServiceState.NotStarted => "not started",
        HostedServiceState.Running => "running",
        HostedServiceState.Completed => "completed",
        HostedServiceState.Faulted => "FAULTED",
        HostedServiceState.Canceled => "cancelled",
        _ => "unknown",
    };

    private static HostedServiceFacts Describe(Type service, Task? work, HostState host)
    {
        var name = TypeNames.Full(service);
        if (work is null)
        {
            return new HostedServiceFacts(name, HostedServiceState.NotStarted, host is HostState.Starting ? "its start has not been called or has not returned" : null);
        }

        if (!work.IsCompleted)
        {
            return new HostedServiceFacts(name, HostedServiceState.Running);
        }

        if (work.IsCanceled)
        {
            return new HostedServiceFacts(name, HostedServiceState.Canceled);
        }

        if (work.Exception is { } exception)
        {
            return new HostedServiceFacts(name, HostedServiceState.Faulted, ExceptionText.Short(exception.GetBaseException()));
        }

        return host is HostState.Started
            ? new HostedServiceFacts(name, HostedServiceState.Completed, "ended while the host goes on") { Source = EndlessSource.Of(service) is var source ? source : null, MayEnd = source == EndlessSource.Loop }
            : new HostedServiceFacts(name, HostedServiceState.Completed);
    }
}
