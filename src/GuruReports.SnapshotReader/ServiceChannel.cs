using GuruReports.Inspection.Native;
using GuruReports.Inspection.Snapshot.Protocol;
using GuruReports.SnapshotReader.Native;

namespace GuruReports.SnapshotReader;

/// <summary>The helper's side of the socket on its standard input. Blocking: <see cref="ServiceWatch"/> ends the process when the service is gone.</summary>
internal sealed unsafe class ServiceChannel : IDisposable
{
    private const int Socket = 0, NoSignal = 0x4000;

    /// <summary>Sends one frame; ends the process when nobody listens any more.</summary>
    public void Send(FrameKind kind, ReadOnlySpan<byte> payload)
    {
        Span<byte> header = stackalloc byte[FrameHeader.Size];
        new FrameHeader(kind, payload.Length).Write(header);
        SendAll(header);
        SendAll(payload);
    }

    /// <summary>Waits for the image; null when the service went away or talks another language.</summary>
    public ReceivedImage? ReceiveImage()
    {
        const int CloseOnExec = 0x40000000, ControlHeader = 16, Most = 4;
        var header = stackalloc byte[FrameHeader.Size];
        var control = stackalloc long[8];
        var vector = new IoVector { Start = header, Length = FrameHeader.Size };
        var message = new MessageHeader { Vectors = &vector, VectorCount = 1, Control = control, ControlLength = 64 };
        nint received;
        while ((received = HelperLibc.recvmsg(Socket, &message, CloseOnExec)) < 0 && LastErrorIsInterrupted())
        {
        }

        if (received != FrameHeader.Size || !FrameHeader.TryRead(new ReadOnlySpan<byte>(header, FrameHeader.Size), out var frame) || frame.Kind != FrameKind.Image)
        {
            return null;
        }

        var count = ((int)*(nuint*)control - ControlHeader) / sizeof(int);
        var descriptors = new ReadOnlySpan<int>((byte*)control + ControlHeader, Math.Clamp(count, 0, Most)).ToArray();
        var payload = new byte[frame.Length];
        if (!ReceiveAll(payload) || HandoverReader.Read(payload) is not { } handover)
        {
            return null;
        }

        var expected = handover.HasProcessDescriptor ? Most : Most - 1;
        return descriptors.Length == expected
            ? new ReceivedImage(handover, descriptors[0], descriptors[1], descriptors[2], expected == Most ? descriptors[3] : -1)
            : null;
    }

    public void Dispose() => _ = Libc.close(Socket);

    private static void SendAll(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            for (var done = 0; done < bytes.Length;)
            {
                var sent = Libc.send(Socket, start + done, (nuint)(bytes.Length - done), NoSignal);
                if (sent < 0 && !LastErrorIsInterrupted())
                {
                    HelperLibc._exit(3);
                }

                done += (int)Math.Max(sent, 0);
            }
        }
    }

    private static bool ReceiveAll(Span<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            for (var done = 0; done < bytes.Length;)
            {
                var received = Libc.read(Socket, start + done, (nuint)(bytes.Length - done));
                if (received == 0 || received < 0 && !LastErrorIsInterrupted())
                {
                    return false;
                }

                done += (int)Math.Max(received, 0);
            }
        }

        return true;
    }

    private static bool LastErrorIsInterrupted() => System.Runtime.InteropServices.Marshal.GetLastPInvokeError() == Libc.EINTR;
}
