using System.Buffers.Binary;
using System.Text;

namespace GuruReports.LibraryZoo.Servers;

/// <summary>Speaks as much of TDS as a login needs: MS-TDS 2.2.6.5 (PRELOGIN), 2.2.7.14 (LOGINACK), 2.2.7.6 (DONE).</summary>
internal sealed class SqlServer : HandshakeServer
{
    private const byte Prelogin = 0x12, Login = 0x10, Answer = 0x04, Last = 1;
    private const int HeaderSize = 8;

    // Version, encryption (not supported), instance, multiple result sets: token, place and length of each, then what they are.
    private static readonly byte[] s_prelogin =
    [
        0, 0, 21, 0, 6, 1, 0, 27, 0, 1, 2, 0, 28, 0, 1, 4, 0, 29, 0, 1, 0xFF,
        16, 0, 0, 0, 0, 0, 2, 0, 0,
    ];

    protected override void Serve(Stream stream)
    {
        var header = new byte[HeaderSize];
        while (true)
        {
            stream.ReadExactly(header);
            stream.ReadExactly(new byte[BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(2)) - HeaderSize]);
            if ((header[1] & Last) != 0 && header[0] is Prelogin or Login)
            {
                Send(stream, header[0] == Prelogin ? s_prelogin : LoginAcknowledged());
            }
        }
    }

    private static byte[] LoginAcknowledged()
    {
        byte[] name = [4, .. Encoding.Unicode.GetBytes("Zoo!")];
        byte[] acknowledged = [1, 0x74, 0, 0, 4, .. name, 16, 0, 0, 0];
        return [0xAD, (byte)acknowledged.Length, 0, .. acknowledged, 0xFD, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    }

    private static void Send(Stream stream, byte[] content)
    {
        byte[] packet = [Answer, Last, 0, (byte)(content.Length + HeaderSize), 0, 0, 1, 0, .. content];
        stream.Write(packet);
    }
}
