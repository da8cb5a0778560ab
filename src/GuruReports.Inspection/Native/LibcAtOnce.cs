using System.Runtime.InteropServices;

namespace GuruReports.Inspection.Native;

/// <summary>The calls into libc that a capture makes by thousands: without leaving managed code and without the last error.</summary>
/// <remarks>
/// Calls that take microseconds are made without leaving managed code. Under garbage collection without end a thread that
/// comes back from a native call waits for its moment, up to seconds, and a capture makes thousands of such calls.
/// </remarks>
internal static unsafe partial class LibcAtOnce
{
    public const int O_RDONLY = 0;
    public const int O_CLOEXEC = 0x80000;
    public const int CurrentFolder = -100;
    public const int SeekSet = 0;

    [LibraryImport("libc", EntryPoint = "openat", SetLastError = false)]
    [SuppressGCTransition]
    public static partial int OpenAt(int folder, byte* path, int flags);

    [LibraryImport("libc", EntryPoint = "lseek", SetLastError = false)]
    [SuppressGCTransition]
    public static partial nint Seek(int descriptor, nint offset, int from);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = false)]
    [SuppressGCTransition]
    public static partial nint ReadAtOnce(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = false)]
    [SuppressGCTransition]
    public static partial int CloseAtOnce(int descriptor);

    [LibraryImport("libc", EntryPoint = "readlink", SetLastError = false)]
    [SuppressGCTransition]
    public static partial nint ReadLink(byte* path, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "gettid", SetLastError = false)]
    [SuppressGCTransition]
    public static partial int GetThreadId();

    [LibraryImport("libc", EntryPoint = "clock_gettime", SetLastError = false)]
    [SuppressGCTransition]
    public static partial int ClockGetTime(int clock, TimeSpec* time);

    [LibraryImport("libc", EntryPoint = "sysconf", SetLastError = false)]
    public static partial nint SysConf(int name);

    [LibraryImport("libc", EntryPoint = "process_vm_readv", SetLastError = false)]
    [SuppressGCTransition]
    public static partial nint ProcessVmReadV(int pid, IoVector* local, nuint localCount, IoVector* remote, nuint remoteCount, nuint flags);

    [StructLayout(LayoutKind.Sequential)]
    public struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
