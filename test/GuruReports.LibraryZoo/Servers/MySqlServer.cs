using System.Text;

namespace GuruReports.LibraryZoo.Servers;

/// <summary>Speaks as much of MySQL's protocol as a login needs: the greeting, and OK to whatever comes.</summary>
internal sealed class MySqlServer : HandshakeServer
{
    private const int HeaderSize = 4;
    private static readonly byte[] s_ok = [0, 0, 0, 2, 0, 0, 0];

    // Protocol 10, version, thread, challenge, capabilities (4.1, secure, plug-ins), character set, state, the rest of the challenge, how to log in.
    private static readonly byte[] s_greeting =
    [
        10, .. Encoding.ASCII.GetBytes("8.0.36\0"), 1, 0, 0, 0, .. new byte[8], 0, 0x01, 0x82, 45, 2, 0, 0x08, 0, 21,
        .. new byte[10], .. new byte[12], 0, .. Encoding.ASCII.GetBytes("mysql_native_password\0"),
    ];

    protected override void Serve(Stream stream)
    {
        Send(stream, s_greeting, 0);
        var header = new byte[HeaderSize];
        while (true)
        {
            stream.ReadExactly(header);
            stream.ReadExactly(new byte[header[0] | (header[1] << 8) | (header[2] << 16)]);
            Send(stream, s_ok, (byte)(header[3] + 1));
        }
    }

    private static void Send(Stream stream, byte[] content, byte number)
    {
        byte[] packet = [(byte)content.Length, 0, 0, number, .. content];
        stream.Write(packet);
    }
}
