using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;

namespace GuruReports.Inspection.Processes;

/// <summary>Reads the kernel's tables of TCP sockets. Pure but for the files; bounded.</summary>
internal sealed class TcpTable
{
    private const int MostBytes = 16 << 20;

    private static readonly string[] s_states =
        ["", "ESTABLISHED", "SYN_SENT", "SYN_RECV", "FIN_WAIT1", "FIN_WAIT2", "TIME_WAIT", "CLOSE", "CLOSE_WAIT", "LAST_ACK", "LISTEN", "CLOSING", "NEW_SYN_RECV"];

    private readonly List<TcpSocket> _sockets = [];

    /// <summary>Gets the sockets of the network namespace.</summary>
    public IReadOnlyList<TcpSocket> Sockets => _sockets;

    /// <summary>Gets whether the tables were longer than what was read.</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>Reads both tables; null where there is none.</summary>
    public static TcpTable? Read(SystemFiles files)
    {
        var four = files.ReadBytes("/proc/self/net/tcp", MostBytes);
        var six = files.ReadBytes("/proc/self/net/tcp6", MostBytes);
        if (four is null && six is null)
        {
            return null;
        }

        var table = new TcpTable { IsTruncated = four?.Length == MostBytes || six?.Length == MostBytes };
        table.AddLines(four);
        table.AddLines(six);
        return table;
    }

    private void AddLines(byte[]? bytes)
    {
        if (bytes is null)
        {
            return;
        }

        Span<char> line = stackalloc char[256];
        var rest = bytes.AsSpan();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)'\n');
            var raw = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (raw.Length is > 0 and <= 256)
            {
                var length = System.Text.Encoding.ASCII.GetChars(raw, line);
                AddLine(line[..length]);
            }
        }
    }

    // "  sl  local_address rem_address   st tx_queue:rx_queue tr:tm->when retrnsmt   uid  timeout inode …"
    private void AddLine(ReadOnlySpan<char> line)
    {
        Span<Range> ranges = stackalloc Range[11];
        var count = line.Split(ranges, ' ', StringSplitOptions.RemoveEmptyEntries);
        if (count < 10 || !TryEndPoint(line[ranges[1]], out var local) || !TryEndPoint(line[ranges[2]], out var remote))
        {
            return;
        }

        var queues = line[ranges[4]];
        var colon = queues.IndexOf(':');
        _ = byte.TryParse(line[ranges[3]], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var state);
        _ = long.TryParse(queues[(colon + 1)..], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var receive);
        _ = long.TryParse(line[ranges[9]], NumberStyles.None, CultureInfo.InvariantCulture, out var inode);
        _sockets.Add(new TcpSocket(local!, remote!, state < s_states.Length ? s_states[state] : $"state {state}", receive, inode));
    }

    // The address is printed as 32-bit words in the machine's byte order, the port as a number.
    private static bool TryEndPoint(ReadOnlySpan<char> text, out IPEndPoint? endPoint)
    {
        endPoint = null;
        var colon = text.IndexOf(':');
        if (colon is not (8 or 32) || !int.TryParse(text[(colon + 1)..], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var port))
        {
            return false;
        }

        Span<uint> words = stackalloc uint[colon / 8];
        for (var index = 0; index < words.Length; index++)
        {
            if (!uint.TryParse(text.Slice(index * 8, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out words[index]))
            {
                return false;
            }
        }

        var address = new IPAddress(MemoryMarshal.AsBytes(words));
        endPoint = new IPEndPoint(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address, port);
        return true;
    }
}
