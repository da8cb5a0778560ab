using System.Runtime.InteropServices;
using GuruReports.Inspection.Native;

namespace GuruReports.Inspection.Snapshot;

/// <summary>Asks the kernel for how long a TCP connection of this process has carried nothing.</summary>
internal static unsafe class ConnectionSilence
{
    // tcp(7), linux/tcp.h: struct tcp_info grows at its end alone.
    private const int Tcp = 6, TcpInfo = 11;
    private const int LastSent = 44, LastReceived = 52, Read = 56;

    /// <summary>Returns the milliseconds since data was last sent or received, retransmissions included; null for what is no TCP connection. Does not block.</summary>
    public static long? Milliseconds(int descriptor)
    {
        var info = stackalloc byte[Read];
        var length = (uint)Read;
        return Libc.getsockopt(descriptor, Tcp, TcpInfo, info, &length) == 0 && length == Read
            ? Math.Min(MemoryMarshal.Read<uint>(new ReadOnlySpan<byte>(info + LastSent, sizeof(uint))), MemoryMarshal.Read<uint>(new ReadOnlySpan<byte>(info + LastReceived, sizeof(uint))))
            : null;
    }
}
