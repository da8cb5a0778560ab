using GuruReports.Hosting.Facts.Resources;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Resources;

/// <summary>Shows the facts of the sockets. Pure.</summary>
internal static class SocketView
{
    /// <summary>Turns them into a value.</summary>
    public static ReportMap Show(SocketFacts sockets)
    {
        var map = new MapBuilder()
            .Add("states", sockets.States.Count == 0 ? "no TCP socket" : string.Join(", ", sockets.States.Select(state => $"{state.Count} {state.Name}")), sockets.Truncated ? "the table was too long to be read whole" : null)
            .Add("TIME_WAIT", sockets.TimeWait, "of the network namespace; no process owns them");
        map.Add(
            "ephemeral ports",
            sockets.EphemeralPortsUsed,
            sockets.EphemeralPortCount is { } count ? $"of {count} in the network namespace{Busiest(sockets)}" : null);
        if (sockets.Listeners.Count > 0)
        {
            map.Add("listens on", string.Join(", ", sockets.Listeners.Select(Listener)));
        }

        if (sockets.Peers.Count > 0)
        {
            map.Add("peers", new ReportTable(["Peer", "State", "Connections"], [.. sockets.Peers.Select(peer => (IReadOnlyList<ReportValue>)[peer.Peer, peer.State, peer.Count])]));
        }

        return map.Build();
    }

    private static string Listener(ListenerFacts listener) => listener.Queued > 0 ? $"{listener.Address} ({listener.Queued} wait to be accepted)" : listener.Address;

    private static string Busiest(SocketFacts sockets) => sockets.BusiestPeer is { Count: > 1 } peer ? $"; {peer.Count} towards {peer.Peer}" : "";
}
