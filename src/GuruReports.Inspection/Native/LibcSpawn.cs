using System.Runtime.InteropServices;

namespace GuruReports.Inspection.Native;

/// <summary>posix_spawn and what it needs. The opaque structures are given more room than glibc and musl use (80 and 336 bytes).</summary>
internal static unsafe partial class LibcSpawn
{
    public const int FileActionsSize = 256, AttributesSize = 512;
    public const short SetSignalDefaults = 0x04, SetSignalMask = 0x08, SetSession = 0x80;

    [LibraryImport("libc")]
    public static partial int posix_spawn(int* pid, byte* path, byte* actions, byte* attributes, byte** arguments, byte** environment);

    [LibraryImport("libc")]
    public static partial int posix_spawn_file_actions_init(byte* actions);

    [LibraryImport("libc")]
    public static partial int posix_spawn_file_actions_destroy(byte* actions);

    [LibraryImport("libc")]
    public static partial int posix_spawn_file_actions_adddup2(byte* actions, int source, int target);

    [LibraryImport("libc")]
    public static partial int posix_spawn_file_actions_addclose(byte* actions, int fd);

    /// <summary>glibc 2.34 and later; elsewhere the entry point is missing.</summary>
    [LibraryImport("libc")]
    public static partial int posix_spawn_file_actions_addclosefrom_np(byte* actions, int first);

    [LibraryImport("libc")]
    public static partial int posix_spawnattr_init(byte* attributes);

    [LibraryImport("libc")]
    public static partial int posix_spawnattr_destroy(byte* attributes);

    [LibraryImport("libc")]
    public static partial int posix_spawnattr_setflags(byte* attributes, short flags);

    [LibraryImport("libc")]
    public static partial int posix_spawnattr_setsigdefault(byte* attributes, byte* set);

    [LibraryImport("libc")]
    public static partial int posix_spawnattr_setsigmask(byte* attributes, byte* set);
}
