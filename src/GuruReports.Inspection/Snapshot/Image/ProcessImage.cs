using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using GuruReports.Inspection.Native;

namespace GuruReports.Inspection.Snapshot.Image;

/// <summary>
/// A frozen copy-on-write copy of this process. It never runs managed code: it starts inside libc's sleep and ends
/// there, by itself when its time to live is over, or earlier by <see cref="Dispose"/>.
/// </summary>
internal sealed unsafe class ProcessImage : IDisposable
{
    // CLONE_FS | CLONE_FILES and no exit signal (clone(2)). Files are shared, not inherited: otherwise a socket that
    // the service closes stays open, and its port taken, for as long as the image lives. Without an exit signal the
    // service's SIGCHLD handlers and its own waits never learn of the image.
    private const int Flags = 0x200 | 0x400;

    private const int StackSize = 64 * 1024;

    private int _reaped;
    private nint _stack;

    private ProcessImage(byte* stack, long markValue)
    {
        _stack = (nint)stack;
        MarkAddress = (ulong)stack;
        MarkValue = markValue;
    }

    /// <summary>The process id; it stays reserved until <see cref="Dispose"/> has reaped the image.</summary>
    public int Id { get; private set; }

    /// <summary>How long the clone call took: other threads stall no longer than that at a page fault.</summary>
    public TimeSpan Paused { get; private set; }

    /// <summary>Where the image holds <see cref="MarkValue"/> and this process holds something else.</summary>
    public ulong MarkAddress { get; }

    public long MarkValue { get; }

    public long TickCount { get; private set; }

    public long UtcTicks { get; private set; }

    /// <summary>Takes an image; null, with the errno, when the system refuses.</summary>
    public static ProcessImage? TryTake(TimeSpan timeToLive, out int error)
    {
        var libc = NativeLibrary.Load("libc", typeof(ProcessImage).Assembly, null);
        var sleep = NativeLibrary.GetExport(libc, "sleep");
        var clone = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, void*, int, nint, void*, void*, void*, int>)NativeLibrary.GetExport(libc, "clone");
        var stack = (byte*)Libc.mmap(null, StackSize, Libc.ProtReadWrite, Libc.MapPrivateAnonymous, -1, 0);
        if (stack == (byte*)-1)
        {
            error = Marshal.GetLastPInvokeError();
            return null;
        }

        byte* all = stackalloc byte[Libc.SignalSetSize], previous = stackalloc byte[Libc.SignalSetSize];
        _ = Libc.sigfillset(all);
        var mark = (long*)stack;
        var value = Stopwatch.GetTimestamp();
        *mark = value;

        // Before the clone: from then on nothing is allocated until somebody holds the image who will end it.
        var image = new ProcessImage(stack, value);
        using var priority = ClonePriority.Enter();

        // With every signal blocked no handler of the runtime can ever run in the image.
        _ = Libc.pthread_sigmask(Libc.SigSetMask, all, previous);
        var started = Stopwatch.GetTimestamp();
        image.TickCount = Environment.TickCount64;
        image.UtcTicks = DateTime.UtcNow.Ticks;

        // No GC transition: this thread counts as running managed code, so no collection is under way in the image.
        var id = clone(sleep, stack + StackSize, Flags, (nint)Math.Ceiling(timeToLive.TotalSeconds), null, null, null);
        error = id < 0 ? Marshal.GetLastSystemError() : 0;
        image.Paused = Stopwatch.GetElapsedTime(started);
        *mark = ~value;
        _ = Libc.pthread_sigmask(Libc.SigSetMask, previous, null);

        if (id < 0)
        {
            _ = Libc.munmap(stack, StackSize);
            return null;
        }

        image.Id = id;
        priority.Spare(id);
        return image;
    }

    /// <summary>Kills the image without waiting for its end. Any thread, any number of times.</summary>
    public void Kill()
    {
        // The id cannot belong to another process before it is reaped.
        if (Volatile.Read(ref _reaped) == 0)
        {
            _ = Libc.kill(Id, Libc.SigKill);
        }
    }

    /// <summary>When memory runs out the kernel should take the image, never the service (proc(5)).</summary>
    public void OfferToMemoryKiller()
    {
        var file = Libc.Open(string.Create(CultureInfo.InvariantCulture, $"/proc/{Id}/oom_score_adj"), 1 | Libc.OCloExec);
        if (file < 0)
        {
            return;
        }

        fixed (byte* text = "1000"u8)
        {
            _ = Libc.write(file, text, 4);
        }

        _ = Libc.close(file);
    }

    /// <summary>Kills the image and waits until the kernel has torn it down (0.1 s a GB). Only the owning thread calls it.</summary>
    public void Dispose()
    {
        if (_reaped != 0)
        {
            return;
        }

        Kill();
        ProcessEnd.Reap(Id);
        Volatile.Write(ref _reaped, 1);
        _ = Libc.munmap((void*)_stack, StackSize);
    }
}
