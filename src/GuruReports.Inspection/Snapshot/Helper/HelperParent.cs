using System.Diagnostics;
using System.Runtime.InteropServices;
using GuruReports.Inspection.Boundary;
using GuruReports.Inspection.Native;

namespace GuruReports.Inspection.Snapshot.Helper;

/// <summary>
/// A process between service and helper, so that the SIGCHLD of the helper's end goes to it and not to the service: a
/// program that was exec'd always announces its end to its parent. This one never execs, so it can be started without an
/// exit signal. It shares the service's memory (no page table is copied) and calls six functions of libc, one after the
/// other: prctl, posix_spawn, time, poll, waitpid, _exit. All signals are blocked in it.
/// </summary>
internal sealed unsafe class HelperParent : IDisposable
{
    // CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_PARENT_SETTID, no exit signal.
    private const int Flags = 0x100 | 0x200 | 0x400 | 0x100000;

    private const int Steps = 6, DataSize = 4096, StackSize = 32 * 1024, StepSize = LibcContext.Size + StackSize;
    private const int MemorySize = DataSize + (Steps * StepSize) + StackSize;

    // Longer than a helper can live: whatever happens, this process ends.
    private const int LongestMilliseconds = 80_000;

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(2);

    private readonly byte* _memory;
    private readonly int _release = Libc.eventfd(0, Libc.OCloExec);
    private Thread? _waiter;
    private SpawnArguments? _arguments;
    private SpawnSettings? _settings;

    private HelperParent(byte* memory)
    {
        _memory = memory;
    }

    /// <summary>The process id; 0 when it could not be started. The kernel writes it, before the process runs.</summary>
    public int Id => Volatile.Read(ref ((int*)_memory)[0]);

    /// <summary>The id of the helper; it stays reserved until <see cref="Dispose"/>. 0 when it could not be started.</summary>
    public int HelperId => Volatile.Read(ref ((int*)_memory)[1]);

    // Written by the process when posix_spawn has returned, however it went: a word that time(2) fills needs no descriptor.
    private long* SpawnedAt => (long*)(_memory + 16);

    /// <summary>Starts the helper; null where that cannot be done in this way, for whatever reason.</summary>
    public static HelperParent? TryStart(SpawnSettings settings, HelperCommand command)
    {
        if (!LibcContext.IsAvailable)
        {
            return null;
        }

        var memory = (byte*)Libc.mmap(null, MemorySize, Libc.ProtReadWrite, Libc.MapPrivateAnonymous, -1, 0);
        if (memory == (byte*)-1)
        {
            return null;
        }

        var parent = new HelperParent(memory);
        if (parent.Start(settings, command))
        {
            return parent;
        }

        parent.Dispose();
        return null;
    }

    /// <summary>Lets the process reap the helper, which must have been killed, and end. Only the owning thread calls it.</summary>
    public void Dispose()
    {
        ulong one = 1;
        _ = Libc.write(_release, &one, sizeof(ulong));
        if (_waiter?.Join(s_limit) == false && !End())
        {
            // It hangs in the kernel: its memory and its descriptor stay for as long as it does.
            return;
        }

        _ = Libc.close(_release);
        _ = Libc.munmap(_memory, MemorySize);
    }

    private bool Start(SpawnSettings settings, HelperCommand command)
    {
        if (_release < 0)
        {
            return false;
        }

        using var arguments = new SpawnArguments(command);
        (_arguments, _settings) = (arguments, settings);
        _waiter = LibraryThread.TryStart("guru-helper", Run, 256 * 1024);
        if (_waiter is null)
        {
            // The helper is started in the plain way.
            return false;
        }

        // The thread's end says that the process could not be started or is gone.
        var started = Stopwatch.GetTimestamp();
        while (Volatile.Read(ref *SpawnedAt) == 0 && !_waiter.Join(1))
        {
            if (Stopwatch.GetElapsedTime(started) > s_limit)
            {
                End();
                break;
            }
        }

        (_arguments, _settings) = (null, null);
        return HelperId > 0;
    }

    // A process that somebody stopped (SIGSTOP) neither spawns nor reaps; killed it ends, and the helper with it.
    private bool End()
    {
        if (Id > 0)
        {
            _ = Libc.kill(Id, Libc.SigKill);
        }

        return _waiter?.Join(s_limit) != false;
    }

    // Its own thread: the process runs with this thread's thread-local storage, where libc keeps errno.
    private void Run()
    {
        byte* all = stackalloc byte[Libc.SignalSetSize], previous = stackalloc byte[Libc.SignalSetSize];
        _ = Libc.sigfillset(all);
        _ = Libc.pthread_sigmask(Libc.SigSetMask, all, previous);
        if (Prepare() is var first && first != null)
        {
            CloneAndWait(first);
        }

        _ = Libc.pthread_sigmask(Libc.SigSetMask, previous, null);
    }

    private void CloneAndWait(byte* first)
    {
        var libc = NativeLibrary.Load("libc.so.6");
        var setContext = NativeLibrary.GetExport(libc, "setcontext");
        var clone = (delegate* unmanaged[Cdecl]<nint, void*, int, void*, void*, void*, void*, int>)NativeLibrary.GetExport(libc, "clone");
        int status;
        var id = clone(setContext, _memory + MemorySize, Flags, first, _memory, null, null);
        while (id > 0 && Libc.wait4(id, &status, Libc.WAll, null) < 0 && Marshal.GetLastPInvokeError() == Libc.EINTR)
        {
        }
    }

    /// <summary>Lines up the calls from the last to the first and returns the first; null when a context cannot be made.</summary>
    private byte* Prepare()
    {
        const int SetParentDeathSignal = 1;
        var libc = NativeLibrary.Load("libc.so.6");
        var poll = (PollDescriptor*)(_memory + 64);
        *poll = new PollDescriptor { Descriptor = _release, Events = Libc.PollIn };
        var spawn = _arguments!;
        byte* next = null;
        var step = Steps;
        return Add("_exit", [0])
            && Add("waitpid", [-1, 0, 0])
            && Add("poll", [(nint)poll, 1, LongestMilliseconds])
            && Add("time", [(nint)SpawnedAt])
            && Add("posix_spawn", [(nint)_memory + sizeof(int), (nint)spawn.Program, (nint)_settings!.Actions, (nint)_settings.Attributes, (nint)spawn.Values, (nint)spawn.Environment])
            && Add("prctl", [SetParentDeathSignal, Libc.SigKill])
            ? next
            : null;

        bool Add(string function, ReadOnlySpan<nint> arguments)
        {
            var context = _memory + DataSize + (--step * StepSize);
            var made = LibcContext.TryMake(context, context + LibcContext.Size, StackSize, next, NativeLibrary.GetExport(libc, function), arguments);
            next = context;
            return made;
        }
    }
}
