using GuruReports.Hosting.Facts.Resources;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Resources;

/// <summary>GURU016: the ephemeral ports towards one peer run out.</summary>
internal sealed class PortRule(FindingOptions options) : IFindingRule
{
    public IEnumerable<Finding> Evaluate(Report report)
    {
        if (report.Facts<ResourceFacts>()?.Sockets is not { EphemeralPortCount: > 0, BusiestPeer: { } peer } sockets)
        {
            return [];
        }

        var share = new UsedShare(peer.Count, sockets.EphemeralPortCount.Value);
        if (share.SeverityFrom(options.DescriptorShare) is not { } severity)
        {
            return [];
        }

        return
        [
            new Finding
            {
                Id = FindingIds.Ports,
                Name = "PORTS",
                Severity = severity,
                Summary = $"{share} of the local ports towards {peer.Peer} are in use: new connections to it soon fail",
                Evidence =
                [
                    $"{peer.Count} of {sockets.EphemeralPortCount} ephemeral ports, {sockets.TimeWait} sockets in TIME_WAIT",
                    $"{sockets.CountOf("ESTABLISHED")} established connections belong to this process",
                ],
                Advice = "Reuse connections: one HttpClient or IHttpClientFactory, pooled database connections, keep-alive.",
                Weight = 54,
            },
        ];
    }
}
