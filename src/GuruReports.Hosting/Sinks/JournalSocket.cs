using System.Runtime.InteropServices;
using System.Text;
using GuruReports.Hosting.Sinks.Native;
using GuruReports.Inspection.Native;

namespace GuruReports.Hosting.Sinks;

/// <summary>A connection to the journal's native socket that never waits longer than its deadline.</summary>
internal sealed unsafe class JournalSocket : IDisposable
{
    private const int AddressSize = 110;
    private const int PathOffset = 2;

    private readonly int _socket;
    private readonly Deadline _deadline;

    /// <summary>Connects.</summary>
    /// <exception cref="SinkException">There is no journal.</exception>
    internal JournalSocket(string path, Deadline deadline)
    {
        _deadline = deadline;
        _socket = DescriptorCalls.Socket(DescriptorCalls.UnixDomain, DescriptorCalls.DatagramCloseOnExec, 0);
        var address = stackalloc byte[AddressSize];
        new Span<byte>(address, AddressSize).Clear();
        *(ushort*)address = DescriptorCalls.UnixDomain;
        var length = PathOffset + Encoding.UTF8.GetBytes(path, new Span<byte>(address + PathOffset, AddressSize - PathOffset - 1)) + 1;
        if (_socket < 0 || DescriptorCalls.Connect(_socket, address, length) != 0)
        {
            var why = Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError());
            Dispose();
            throw new SinkException($"no journal at {path}: {why}");
        }
    }

    /// <summary>Sends an entry as one datagram.</summary>
    /// <returns>False where it is too large for one.</returns>
    /// <exception cref="SinkException">The journal did not take it in time.</exception>
    internal bool TrySend(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            var part = new IoVector { Start = start, Length = (nuint)bytes.Length };
            var message = new MessageHeader { Vectors = &part, VectorCount = 1 };
            return TrySend(&message);
        }
    }

    /// <summary>Sends an entry in a sealed memory file, whose size has no limit.</summary>
    /// <returns>False where the system gives no memory file.</returns>
    /// <exception cref="SinkException">The journal did not take it in time.</exception>
    internal bool TrySendFile(ReadOnlySpan<byte> bytes)
    {
        // The control message below is laid out for 64 bits.
        var file = nint.Size == 8 ? DescriptorCalls.CreateMemoryFile("guru-report", DescriptorCalls.MemoryFileFlags) : -1;
        if (file < 0)
        {
            return false;
        }

        try
        {
            return TryFill(file, bytes)
                && Libc.fcntl(file, DescriptorCalls.AddSeals, DescriptorCalls.AllSeals) == 0
                && TrySendDescriptor(file);
        }
        finally
        {
            _ = Libc.close(file);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_socket >= 0)
        {
            _ = Libc.close(_socket);
        }
    }

    private static bool TryFill(int file, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            for (nint written = 0; written < bytes.Length;)
            {
                var count = Libc.write(file, start + written, (nuint)(bytes.Length - written));
                if (count <= 0 && Marshal.GetLastPInvokeError() != Libc.EINTR)
                {
                    return false;
                }

                written += Math.Max(count, 0);
            }
        }

        return true;
    }

    // cmsg(3): length, SOL_SOCKET, SCM_RIGHTS, then the descriptor.
    private bool TrySendDescriptor(int file)
    {
        const int SocketLevel = 1;
        const int Rights = 1;
        var control = stackalloc byte[24];
        new Span<byte>(control, 24).Clear();
        *(nint*)control = 20;
        *(int*)(control + 8) = SocketLevel;
        *(int*)(control + 12) = Rights;
        *(int*)(control + 16) = file;
        var message = new MessageHeader { Control = control, ControlLength = 24 };
        return TrySend(&message);
    }

    private bool TrySend(MessageHeader* message)
    {
        const int Flags = Libc.MsgDontWait | Libc.MsgNoSignal;
        while (Libc.sendmsg(_socket, message, Flags) < 0)
        {
            switch (Marshal.GetLastPInvokeError())
            {
                case Libc.EINTR:
                    break;
                case DescriptorCalls.MessageTooLong or DescriptorCalls.NoBuffers:
                    return false;
                case Libc.EAGAIN when WaitUntilWritable():
                    break;
                case Libc.EAGAIN:
                    throw new SinkException("the journal takes nothing: it is stopped or overloaded");
                case var error:
                    throw new SinkException($"the journal refused the report: {Marshal.GetPInvokeErrorMessage(error)}");
            }
        }

        return true;
    }

    private bool WaitUntilWritable()
    {
        var entry = new PollDescriptor { Descriptor = _socket, Events = Libc.PollOut };
        var remaining = _deadline.RemainingMilliseconds;
        return remaining > 0 && Libc.poll(&entry, 1, remaining) != 0;
    }
}
