using System.Runtime.InteropServices;
using GuruReports.Inspection.Native;

namespace GuruReports.SnapshotReader.Native;

/// <summary>The calls into libc that only the helper makes.</summary>
internal static unsafe partial class HelperLibc
{
    [LibraryImport("libc", SetLastError = true)]
    public static partial nint process_vm_readv(int pid, IoVector* local, nuint localCount, IoVector* remote, nuint remoteCount, nuint flags);

    [LibraryImport("libc", SetLastError = true)]
    public static partial nint pread(int fd, void* buffer, nuint count, long offset);

    [LibraryImport("libc", SetLastError = true)]
    public static partial nint recvmsg(int fd, MessageHeader* message, int flags);

    [LibraryImport("libc")]
    public static partial int getppid();

    [LibraryImport("libc")]
    public static partial uint alarm(uint seconds);

    [LibraryImport("libc")]
    public static partial void _exit(int status);
}
