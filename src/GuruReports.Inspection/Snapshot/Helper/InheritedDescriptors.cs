using System.Globalization;
using GuruReports.Inspection.Native;

namespace GuruReports.Inspection.Snapshot.Helper;

/// <summary>
/// Keeps descriptors of the service out of the helper. .NET opens all its own close-on-exec; what the service
/// inherited itself (sockets of systemd, say) or a native library opened is not.
/// </summary>
internal static unsafe class InheritedDescriptors
{
    public static void CloseInChild(byte* actions)
    {
        try
        {
            _ = LibcSpawn.posix_spawn_file_actions_addclosefrom_np(actions, 3);
        }
        catch (EntryPointNotFoundException)
        {
            CloseOneByOne(actions);
        }
    }

    // Descriptors opened by another thread from here on can be missed; the helper closes such itself when it starts.
    private static void CloseOneByOne(byte* actions)
    {
        const int GetFlags = 1, CloseOnExec = 1;
        foreach (var entry in Directory.EnumerateFileSystemEntries("/proc/self/fd"))
        {
            var number = int.Parse(Path.GetFileName(entry.AsSpan()), CultureInfo.InvariantCulture);
            if (number > 2 && Libc.fcntl(number, GetFlags, 0) is >= 0 and var flags && (flags & CloseOnExec) == 0)
            {
                _ = LibcSpawn.posix_spawn_file_actions_addclose(actions, number);
            }
        }
    }
}
