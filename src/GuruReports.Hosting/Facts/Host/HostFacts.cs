using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Facts.Host;

/// <summary>One host and its services. A process may have several: see <see cref="Report.AllFacts{T}"/>.</summary>
internal sealed record HostFacts
{
    /// <summary>Gets the application's name.</summary>
    public required string ApplicationName { get; init; }

    /// <summary>Gets the environment's name (for example <c>Production</c>).</summary>
    public required string EnvironmentName { get; init; }

    /// <summary>Gets what runs the process as a service: <c>systemd</c>, <c>container</c>, <c>Kubernetes</c>; null when nothing shows that it is run as one.</summary>
    public string? Supervisor { get; init; }

    /// <summary>Gets where the host stands in its life.</summary>
    public required HostState State { get; init; }

    /// <summary>Gets since when the host is in that state; null when unknown.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Gets how long the host has been in that state at the time of the report; null when unknown.</summary>
    public TimeSpan? For { get; init; }

    /// <summary>Gets how long the host may take to stop; null when unknown.</summary>
    public TimeSpan? ShutdownTimeout { get; init; }

    /// <summary>Gets the hosted services in the order in which they start.</summary>
    public IReadOnlyList<HostedServiceFacts> Services { get; init; } = [];
}
