using System.Runtime.InteropServices;
using GuruReports.Hosting.Sinks.Native;
using GuruReports.Inspection.Native;

namespace GuruReports.Hosting.Sinks;

/// <summary>
/// A descriptor of the process, written to within a deadline whatever is at its other end. Console's streams wait for
/// ever on a full pipe, and hold a lock meanwhile.
/// </summary>
internal sealed class BoundedDescriptor : IDisposable
{
    // pipe(7): poll says writable when this much fits, so a write of it does not block.
    private const int AtomicPipeWrite = 4096;
    private const int LargestWrite = 64 * 1024;

    private readonly int _descriptor;
    private readonly bool _isOwned;
    private readonly bool _isSocket;
    private readonly bool _mayBlock;

    private BoundedDescriptor(int descriptor, bool isOwned, bool isSocket, bool mayBlock)
    {
        _descriptor = descriptor;
        _isOwned = isOwned;
        _isSocket = isSocket;
        _mayBlock = mayBlock;
    }

    /// <summary>Opens a descriptor of the process for bounded writing.</summary>
    /// <returns>The writer.</returns>
    /// <exception cref="SinkException">The descriptor is closed, read-only, or not the one that the service was started with.</exception>
    internal static BoundedDescriptor Open(int descriptor, string name)
    {
        Guard(descriptor, name);
        if (!OperatingSystem.IsLinux())
        {
            return new BoundedDescriptor(descriptor, isOwned: false, isSocket: false, mayBlock: true);
        }

        var status = FileStatus.Of(descriptor, out var error);
        if (error != 0)
        {
            return new BoundedDescriptor(descriptor, isOwned: false, isSocket: false, mayBlock: true);
        }

        if (status.IsSocket || !(status.IsPipe || status.IsCharacterDevice))
        {
            return new BoundedDescriptor(descriptor, isOwned: false, status.IsSocket, mayBlock: false);
        }

        return Reopen(descriptor, name);
    }

    /// <summary>Writes all bytes, or as many as the deadline allows.</summary>
    /// <returns>How many were written.</returns>
    internal int Write(ReadOnlySpan<byte> bytes, Deadline deadline, out string? problem)
    {
        problem = null;
        var written = 0;
        while (written < bytes.Length)
        {
            if (_mayBlock && !WaitUntilWritable(deadline))
            {
                problem = "nobody reads it";
                return written;
            }

            var count = WriteSome(bytes[written..]);
            if (count >= 0)
            {
                written += count;
                continue;
            }

            var error = Marshal.GetLastPInvokeError();
            if (error == Libc.EINTR || (IsFull(error) && WaitUntilWritable(deadline)))
            {
                continue;
            }

            problem = Explain(error);
            return written;
        }

        return written;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isOwned)
        {
            _ = Libc.close(_descriptor);
        }
    }

    private static void Guard(int descriptor, string name)
    {
        var flags = Libc.fcntl(descriptor, DescriptorCalls.GetDescriptorFlags, 0);
        if (flags < 0)
        {
            throw new SinkException($"{name} is closed");
        }

        // A standard stream is inherited, so it cannot be close-on-exec: what is here now was opened by the process
        // itself, after it was started without the stream.
        if ((flags & DescriptorCalls.CloseOnExec) != 0)
        {
            throw new SinkException($"{name} was closed at start, and the number belongs to something else now");
        }

        var access = Libc.fcntl(descriptor, DescriptorCalls.GetStatusFlags, 0) & DescriptorCalls.AccessMask;
        if (access == 0)
        {
            throw new SinkException($"{name} is open for reading only");
        }
    }

    // Its own open file description: the flag O_NONBLOCK would be shared with every other holder of the old one.
    private static BoundedDescriptor Reopen(int descriptor, string name)
    {
        const int Flags = DescriptorCalls.WriteOnly | DescriptorCalls.NonBlocking
            | DescriptorCalls.NoTerminalControl | Libc.OCloExec;
        var reopened = Libc.Open($"/proc/self/fd/{descriptor}", Flags);
        if (reopened >= 0)
        {
            return new BoundedDescriptor(reopened, isOwned: true, isSocket: false, mayBlock: false);
        }

        if (Marshal.GetLastPInvokeError() == DescriptorCalls.NoSuchDevice)
        {
            throw new SinkException($"{name} has no reader any more");
        }

        // A pipe of another user, or no /proc: the old description it is, asked before each small write.
        return new BoundedDescriptor(descriptor, isOwned: false, isSocket: false, mayBlock: true);
    }

    private static string Explain(int error) => error switch
    {
        Libc.EAGAIN or DescriptorCalls.NoBuffers => "nobody reads it",
        DescriptorCalls.BrokenPipe => "it has no reader any more",
        _ => Marshal.GetPInvokeErrorMessage(error),
    };

    private static bool IsFull(int error) => error is Libc.EAGAIN or DescriptorCalls.NoBuffers;

    private unsafe int WriteSome(ReadOnlySpan<byte> bytes)
    {
        var count = Math.Min(bytes.Length, _mayBlock ? AtomicPipeWrite : LargestWrite);
        fixed (byte* start = bytes)
        {
            // SIGPIPE is ignored by the runtime; a socket can be asked not to send it at all.
            return _isSocket
                ? (int)Libc.send(_descriptor, start, (nuint)count, Libc.MsgDontWait | Libc.MsgNoSignal)
                : (int)Libc.write(_descriptor, start, (nuint)count);
        }
    }

    private unsafe bool WaitUntilWritable(Deadline deadline)
    {
        while (true)
        {
            var entry = new PollDescriptor { Descriptor = _descriptor, Events = Libc.PollOut };
            var remaining = deadline.RemainingMilliseconds;
            var result = Libc.poll(&entry, 1, remaining);
            if (result > 0)
            {
                return true;
            }

            if (result == 0 || Marshal.GetLastPInvokeError() != Libc.EINTR)
            {
                return false;
            }
        }
    }
}
