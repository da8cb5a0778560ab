using System.Runtime.InteropServices;
using GuruReports.Inspection.Native;

namespace GuruReports.Inspection.Snapshot.Helper;

/// <summary>
/// What posix_spawn(3) does between the start of the child and its exec. posix_spawn, not Process.Start: that one takes
/// a lock that the runtime's signal thread needs too, and hands the child to the service's own child handling.
/// </summary>
internal sealed unsafe class SpawnSettings : IDisposable
{
    private readonly byte* _actions = (byte*)NativeMemory.AllocZeroed(LibcSpawn.FileActionsSize);
    private readonly byte* _attributes = (byte*)NativeMemory.AllocZeroed(LibcSpawn.AttributesSize);

    public SpawnSettings(int input, int output)
    {
        Check(LibcSpawn.posix_spawn_file_actions_init(_actions));
        Check(LibcSpawn.posix_spawnattr_init(_attributes));
        ResetSignals();
        Check(LibcSpawn.posix_spawn_file_actions_adddup2(_actions, input, 0));
        Check(LibcSpawn.posix_spawn_file_actions_adddup2(_actions, output, 1));
        Check(LibcSpawn.posix_spawn_file_actions_adddup2(_actions, output, 2));
        InheritedDescriptors.CloseInChild(_actions);
    }

    /// <summary>The first errno met; 0 when all is set.</summary>
    public int Error { get; private set; }

    public byte* Actions => _actions;

    public byte* Attributes => _attributes;

    /// <summary>Starts the program; returns 0 or the errno.</summary>
    public int Start(HelperCommand command, out int id)
    {
        using var texts = new SpawnArguments(command);
        fixed (int* started = &id)
        {
            return Error != 0 ? Error : LibcSpawn.posix_spawn(started, texts.Program, _actions, _attributes, texts.Values, texts.Environment);
        }
    }

    public void Dispose()
    {
        Check(LibcSpawn.posix_spawn_file_actions_destroy(_actions));
        Check(LibcSpawn.posix_spawnattr_destroy(_attributes));
        NativeMemory.Free(_actions);
        NativeMemory.Free(_attributes);
    }

    // Ignored signals and the mask are inherited through exec otherwise (signal(7)). The own session keeps a
    // Ctrl-C at the terminal for the service to handle, and the SIGHUP that a stopped helper would be sent at the service's
    // end, before it has ended the image (setpgid(2) on orphaned groups).
    private void ResetSignals()
    {
        const short Flags = LibcSpawn.SetSession | LibcSpawn.SetSignalDefaults | LibcSpawn.SetSignalMask;
        byte* signals = stackalloc byte[Libc.SignalSetSize];
        Check(LibcSpawn.posix_spawnattr_setflags(_attributes, Flags));
        Check(Libc.sigfillset(signals));
        Check(LibcSpawn.posix_spawnattr_setsigdefault(_attributes, signals));
        Check(Libc.sigemptyset(signals));
        Check(LibcSpawn.posix_spawnattr_setsigmask(_attributes, signals));
    }

    private void Check(int result) => Error = Error != 0 ? Error : result;
}
