using GuruReports.Hosting.Facts.Host;
using Microsoft.Extensions.Hosting;

namespace GuruReports.Hosting.Sections;

/// <summary>What is known of one host's life; written by the library's hosted service, read by sections.</summary>
internal sealed class HostLife
{
    private volatile HostStateChange _last = new(HostState.Unknown, DateTimeOffset.UtcNow);

    /// <summary>Gets or sets the hosted services in the order in which the host starts them; empty before the host starts.</summary>
    public IReadOnlyList<IHostedService> HostedServices { get; set; } = [];

    /// <summary>Gets the state that the host is in, and since when.</summary>
    public HostStateChange Last => _last;

    public void Enter(HostState state, DateTimeOffset now)
    {
        _last = new HostStateChange(state, now);
        ServiceLife.Begin();
    }
}
