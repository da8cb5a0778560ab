using System.Runtime.InteropServices;
using GuruReports.Inspection.Native;
using GuruReports.Inspection.Snapshot.Image;

namespace GuruReports.Inspection.Snapshot.Helper;

/// <summary>A running helper: its process and our ends of its socket and of its diagnostic output.</summary>
internal sealed unsafe class HelperProcess : IDisposable
{
    private int _id;
    private int _process = -1;
    private HelperParent? _parent;
    private bool _reaped;

    private HelperProcess(int socket, int diagnostics) => (Socket, Diagnostics) = (socket, diagnostics);

    public int Id => _id;

    /// <summary>The process that the helper is a child of: one between, or the service itself.</summary>
    public int ParentId => _parent?.Id ?? Environment.ProcessId;

    /// <summary>Our end of the socket that is the helper's standard input.</summary>
    public int Socket { get; }

    /// <summary>The read end of the pipe that is the helper's standard output and error.</summary>
    public int Diagnostics { get; }

    /// <summary>Starts the helper; null, with the errno, when the system refuses.</summary>
    public static HelperProcess? TryStart(HelperCommand command, out int error)
    {
        int* ends = stackalloc int[4] { -1, -1, -1, -1 };
        const int UnixDomain = 1, Stream = 1;
        if (Libc.socketpair(UnixDomain, Stream | Libc.OCloExec, 0, ends) != 0 || Libc.pipe2(ends + 2, Libc.OCloExec) != 0 || !MoveUp(ends))
        {
            error = Marshal.GetLastPInvokeError();
            CloseAll(ends, 4);
            return null;
        }

        // Before the start: from then on nothing is allocated until somebody holds the helper who will end it.
        var helper = new HelperProcess(ends[0], ends[2]);
        using (var settings = new SpawnSettings(ends[1], ends[3]))
        {
            // The plain way is also the one that knows why the system refuses.
            helper._parent = settings.Error == 0 ? HelperParent.TryStart(settings, command) : null;
            (error, helper._id) = helper._parent is null ? (settings.Start(command, out var started), started) : (0, helper._parent.HelperId);
        }

        (ends[1], ends[3]) = (CloseOne(ends[1]), CloseOne(ends[3]));
        if (error == 0)
        {
            helper._process = PidDescriptor.Open(helper._id);
            return helper;
        }

        CloseAll(ends, 4);
        return null;
    }

    /// <summary>Kills the helper without waiting for its end.</summary>
    public void Kill()
    {
        if (_reaped)
        {
            return;
        }

        if (_process < 0 || !PidDescriptor.Kill(_process))
        {
            _ = Libc.kill(_id, Libc.SigKill);
        }
    }

    /// <summary>Kills and reaps the helper and closes our ends. Only the owning thread calls it.</summary>
    public void Dispose()
    {
        if (_reaped)
        {
            return;
        }

        Kill();
        if (_parent is null)
        {
            Reap();
        }
        else
        {
            _parent.Dispose();
        }

        _reaped = true;
        CloseOne(Socket);
        CloseOne(Diagnostics);
        CloseOne(_process);
    }

    // Through the descriptor where there is one: if the service reaps every child itself (as process 1 it may), the id
    // can already belong to another child, whose exit status must not be taken. ECHILD then only says "already done".
    private void Reap()
    {
        if (_process < 0)
        {
            ProcessEnd.Reap(_id);
            return;
        }

        // A killed helper that hangs in the kernel is left to the end of the service.
        byte* info = stackalloc byte[128];
        var ended = new PollDescriptor { Descriptor = _process, Events = Libc.PollIn };
        _ = Libc.poll(&ended, 1, (int)ProcessEnd.Limit.TotalMilliseconds);
        _ = Libc.waitid(Libc.PPidFd, _process, info, Libc.WExited | Libc.WNoHang);
    }

    // A service that closed its standard streams gets numbers below 3 here, which the dup2 calls would overwrite.
    private static bool MoveUp(int* ends)
    {
        const int DuplicateCloseOnExec = 1030; // F_DUPFD_CLOEXEC
        for (var index = 0; index < 4; index++)
        {
            if (ends[index] > 2)
            {
                continue;
            }

            var moved = Libc.fcntl(ends[index], DuplicateCloseOnExec, 3);
            if (moved < 0)
            {
                return false;
            }

            CloseOne(ends[index]);
            ends[index] = moved;
        }

        return true;
    }

    private static int CloseOne(int descriptor)
    {
        if (descriptor >= 0)
        {
            _ = Libc.close(descriptor);
        }

        return -1;
    }

    private static void CloseAll(int* descriptors, int count)
    {
        for (var index = 0; index < count; index++)
        {
            CloseOne(descriptors[index]);
        }
    }
}
