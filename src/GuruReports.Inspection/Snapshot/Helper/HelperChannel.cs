using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using GuruReports.Inspection.Native;
using GuruReports.Inspection.Snapshot.Protocol;

namespace GuruReports.Inspection.Snapshot.Helper;

/// <summary>
/// Talks to the helper with a deadline on every wait. Everything is read non-blocking after poll(2); a helper that
/// writes rubbish, or nothing, costs its time limit and no more.
/// </summary>
/// <param name="socket">Our end of the socket.</param>
/// <param name="diagnostics">The read end of what the helper prints.</param>
/// <param name="cancellation">An eventfd that becomes readable when the session is cancelled.</param>
internal sealed unsafe class HelperChannel(int socket, int diagnostics, int cancellation)
{
    private const int SliceMilliseconds = 50;
    private const int KeptDiagnostics = 2048;

    private readonly byte[] _printed = new byte[KeptDiagnostics];
    private int _printedLength;
    private bool _diagnosticsOpen = true;

    /// <summary>Asked several times a second while waiting; returns why to stop, or null.</summary>
    public Func<string?>? Guard { get; init; }

    /// <summary>Why the guard stopped the wait; null when it did not.</summary>
    public string? StopReason { get; private set; }

    /// <summary>The beginning of what the helper printed; it prints only when something is wrong.</summary>
    public string Printed => Encoding.UTF8.GetString(_printed, 0, _printedLength).Trim();

    /// <summary>Sends one small frame with descriptors; false when the helper does not take it at once.</summary>
    public bool TrySend(FrameKind kind, ReadOnlySpan<byte> payload, ReadOnlySpan<int> descriptors)
    {
        const int ControlHeader = 16, SocketLevel = 1, Rights = 1;
        var bytes = new byte[FrameHeader.Size + payload.Length];
        new FrameHeader(kind, payload.Length).Write(bytes);
        payload.CopyTo(bytes.AsSpan(FrameHeader.Size));
        var control = stackalloc long[8];
        *(nuint*)control = (nuint)(ControlHeader + descriptors.Length * sizeof(int));
        ((int*)control)[2] = SocketLevel;
        ((int*)control)[3] = Rights;
        descriptors.CopyTo(new Span<int>((byte*)control + ControlHeader, 4));
        fixed (byte* start = bytes)
        {
            var vector = new IoVector { Start = start, Length = (nuint)bytes.Length };
            var message = new MessageHeader { Vectors = &vector, VectorCount = 1, Control = control, ControlLength = (nuint)(ControlHeader + (descriptors.Length * sizeof(int) + 7 & ~7)) };
            return Libc.sendmsg(socket, &message, Libc.MsgNoSignal | Libc.MsgDontWait) == bytes.Length;
        }
    }

    /// <summary>Waits for a frame until the deadline (a <see cref="Stopwatch"/> time stamp). The caller disposes the payload.</summary>
    public ReceiveStatus Receive(long deadline, out FrameKind kind, out NativeBuffer? payload)
    {
        payload = null;
        kind = default;
        var header = stackalloc byte[FrameHeader.Size];
        var status = Fill(header, FrameHeader.Size, deadline);
        if (status != ReceiveStatus.Frame)
        {
            return status;
        }

        if (!FrameHeader.TryRead(new ReadOnlySpan<byte>(header, FrameHeader.Size), out var frame))
        {
            return ReceiveStatus.Broken;
        }

        kind = frame.Kind;
        var buffer = new NativeBuffer(frame.Length);
        status = Fill(buffer.Start, frame.Length, deadline);
        if (status == ReceiveStatus.Frame)
        {
            payload = buffer;
            return status;
        }

        buffer.Dispose();
        return status;
    }

    private ReceiveStatus Fill(byte* target, int length, long deadline)
    {
        while (length > 0)
        {
            var status = WaitReadable(deadline);
            if (status != ReceiveStatus.Frame)
            {
                return status;
            }

            var received = Libc.recv(socket, target, (nuint)length, Libc.MsgDontWait);
            if (received == 0 || received < 0 && Marshal.GetLastPInvokeError() is not (Libc.EINTR or Libc.EAGAIN))
            {
                Drain();
                return ReceiveStatus.Closed;
            }

            var count = (int)Math.Max(received, 0);
            target += count;
            length -= count;
        }

        return ReceiveStatus.Frame;
    }

    private ReceiveStatus WaitReadable(long deadline)
    {
        var watched = stackalloc PollDescriptor[3];
        while (true)
        {
            var left = (deadline - Stopwatch.GetTimestamp()) * 1000 / Stopwatch.Frequency;
            if (left <= 0)
            {
                return ReceiveStatus.TimedOut;
            }

            watched[0] = new PollDescriptor { Descriptor = socket, Events = Libc.PollIn };
            watched[1] = new PollDescriptor { Descriptor = cancellation, Events = Libc.PollIn };
            watched[2] = new PollDescriptor { Descriptor = _diagnosticsOpen ? diagnostics : -1, Events = Libc.PollIn };
            _ = Libc.poll(watched, 3, (int)Math.Min(left + 1, SliceMilliseconds));
            if (watched[1].Returned != 0)
            {
                return ReceiveStatus.Cancelled;
            }

            if (watched[2].Returned != 0)
            {
                Drain();
            }

            if (watched[0].Returned != 0)
            {
                return ReceiveStatus.Frame;
            }

            StopReason = Guard?.Invoke();
            if (StopReason is not null)
            {
                return ReceiveStatus.Stopped;
            }
        }
    }

    // Keeps the beginning, drops the rest, so that the helper never blocks on a full pipe.
    private void Drain()
    {
        var chunk = stackalloc byte[512];
        var watched = new PollDescriptor { Descriptor = diagnostics, Events = Libc.PollIn };
        while (_diagnosticsOpen && Libc.poll(&watched, 1, 0) > 0)
        {
            var count = (int)Libc.read(diagnostics, chunk, 512);
            _diagnosticsOpen = count > 0;
            var kept = Math.Clamp(count, 0, KeptDiagnostics - _printedLength);
            new ReadOnlySpan<byte>(chunk, kept).CopyTo(_printed.AsSpan(_printedLength));
            _printedLength += kept;
        }
    }
}
