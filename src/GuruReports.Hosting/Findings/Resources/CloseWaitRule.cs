using GuruReports.Hosting.Facts.Resources;
using GuruReports.Hosting.Findings.Graph;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Resources;

/// <summary>GURU015: connections that the peer has closed are kept open.</summary>
internal sealed class CloseWaitRule(FindingOptions options) : IFindingRule
{
    private const string State = "CLOSE_WAIT";
    private const int Most = 4;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        if (report.Facts<ResourceFacts>()?.Sockets is not { } sockets || sockets.CountOf(State) < options.CloseWaitConnections)
        {
            return [];
        }

        var peers = sockets.Peers.Where(peer => string.Equals(peer.State, State, StringComparison.OrdinalIgnoreCase)).ToList();
        return
        [
            new Finding
            {
                Id = FindingIds.CloseWait,
                Name = "CLOSE_WAIT",
                Severity = FindingSeverity.Warning,
                Summary = $"{sockets.CountOf(State)} connections were closed by the peer and never by the service",
                Evidence = [.. peers.Take(Most).Select(peer => $"{peer.Count} × {peer.Peer} {peer.State}")],
                Advice = "Read until the end and dispose the connection; the peers say which client or server code it is.",
                Weight = 44,
                Covers = Requests(WaitGraph.Of(report)),
            },
        ];
    }

    // Whoever gives up closes; the service closes when it comes to the end of the request.
    private static IReadOnlyList<int> Requests(WaitGraph graph) =>
        graph.Work.Requests == 0 ? [graph.ThreadPool.Number] : [.. graph.Work.Nodes.Select(static node => node.Number)];
}
