using Microsoft.Extensions.Hosting;

namespace GuruReports.Hosting.Sections;

/// <summary>What is known of one host's life; written by the library's hosted service, read by sections.</summary>
internal sealed class HostState
{
    private volatile HostPhaseChange _last = new(HostPhase.Built, DateTimeOffset.UtcNow);

    /// <summary>Gets or sets the hosted services in the order in which the host starts them; empty before the host starts.</summary>
    public IReadOnlyList<IHostedService> HostedServices { get; set; } = [];

    /// <summary>Gets the phase that the host is in, and since when.</summary>
    public HostPhaseChange Last => _last;

    public void Enter(HostPhase phase, DateTimeOffset now) => _last = new HostPhaseChange(phase, now);
}
