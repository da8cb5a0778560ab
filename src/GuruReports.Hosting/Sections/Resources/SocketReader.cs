using System.Globalization;
using GuruReports.Hosting.Facts.Resources;
using GuruReports.Inspection.Processes;

namespace GuruReports.Hosting.Sections.Resources;

/// <summary>Reads the TCP sockets of the process and the use of ports in its network namespace.</summary>
internal static class SocketReader
{
    private const int MostPeers = 10;

    /// <summary>Reads them; null where the kernel's tables cannot be read.</summary>
    public static SocketFacts? Read(SystemFiles files, DescriptorKinds? descriptors)
    {
        if (TcpTable.Read(files) is not { } table)
        {
            return null;
        }

        var own = descriptors is null ? [] : table.Sockets.Where(socket => socket.Inode != 0 && descriptors.Sockets.Contains(socket.Inode)).ToList();
        var listening = own.Where(socket => socket.State == "LISTEN").ToList();
        var ports = ReadPortRange(files);
        var ephemeral = table.Sockets.Where(socket => socket.State != "LISTEN" && ports is { } range && socket.Local.Port >= range.First && socket.Local.Port <= range.Last).ToList();
        return new SocketFacts
        {
            States = [.. own.GroupBy(socket => socket.State).Select(group => new CountFacts(group.Key, group.Count())).OrderByDescending(count => count.Count).ThenBy(count => count.Name, StringComparer.Ordinal)],
            Peers = Peers(own.Except(listening)),
            Listeners = [.. listening.Select(socket => new ListenerFacts(socket.Local.ToString(), socket.ReceiveQueue)).OrderBy(listener => listener.Address, StringComparer.Ordinal)],
            TimeWait = table.Sockets.Count(socket => socket.State == "TIME_WAIT"),
            EphemeralPortsUsed = ephemeral.Select(socket => socket.Local.Port).Distinct().Count(),
            EphemeralPortCount = ports is { } known ? known.Last - known.First + 1 : null,
            BusiestPeer = Busiest(ephemeral),
            Truncated = table.IsTruncated,
        };
    }

    private static List<PeerFacts> Peers(IEnumerable<TcpSocket> sockets) =>
    [
        .. sockets.GroupBy(socket => new { socket.Remote, socket.State })
            .Select(group => new PeerFacts(group.Key.Remote.ToString(), group.Key.State, group.Count()))
            .OrderByDescending(peer => peer.Count).ThenBy(peer => peer.Peer, StringComparer.Ordinal).Take(MostPeers),
    ];

    // A port of the ephemeral range can be used once towards each peer: the busiest peer is the one that runs out first.
    private static PeerFacts? Busiest(IEnumerable<TcpSocket> ephemeral) => ephemeral
        .GroupBy(socket => socket.Remote)
        .Select(group => new PeerFacts(group.Key.ToString(), "any", group.Count()))
        .OrderByDescending(peer => peer.Count).ThenBy(peer => peer.Peer, StringComparer.Ordinal)
        .FirstOrDefault();

    private static (int First, int Last)? ReadPortRange(SystemFiles files)
    {
        var fields = (files.ReadText("/proc/sys/net/ipv4/ip_local_port_range", 64) ?? "").Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return fields.Length == 2 && int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? (first, last) : null;
    }
}
