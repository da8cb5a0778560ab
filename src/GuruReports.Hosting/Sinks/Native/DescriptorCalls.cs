using System.Runtime.InteropServices;

namespace GuruReports.Hosting.Sinks.Native;

/// <summary>The calls into libc that only destinations and triggers make. Flags are Linux' where they differ between systems.</summary>
internal static unsafe partial class DescriptorCalls
{
    internal const int GetDescriptorFlags = 1;
    internal const int GetStatusFlags = 3;
    internal const int AddSeals = 1033;
    internal const int AllSeals = 0xF;
    internal const int CloseOnExec = 1;
    internal const int AccessMask = 3;
    internal const int WriteOnly = 1;
    internal const int NonBlocking = 0x800;
    internal const int NoTerminalControl = 0x100;
    internal const int UnixDomain = 1;
    internal const int DatagramCloseOnExec = 2 | 0x80000;
    internal const uint MemoryFileFlags = 1 | 2;

    internal const int MayWriteAndEnter = 2 | 1;

    internal const uint GetWindowSize = 0x5413;

    internal const int NoSuchDevice = 6;
    internal const int BrokenPipe = 32;
    internal const int MessageTooLong = 90;
    internal const int NoBuffers = 105;

    [LibraryImport("libc", EntryPoint = "socket", SetLastError = true)]
    internal static partial int Socket(int domain, int type, int protocol);

    [LibraryImport("libc", EntryPoint = "connect", SetLastError = true)]
    internal static partial int Connect(int socket, byte* address, int length);

    [LibraryImport("libc", EntryPoint = "memfd_create", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int CreateMemoryFile(string name, uint flags);

    [LibraryImport("libc", EntryPoint = "isatty")]
    internal static partial int IsTerminal(int descriptor);

    // Rows, columns, and the same in pixels (ioctl_tty(2)).
    [LibraryImport("libc", EntryPoint = "ioctl")]
    internal static partial int ReadWindowSize(int descriptor, nuint request, ushort* size);

    [LibraryImport("libc", EntryPoint = "access", SetLastError = true)]
    internal static partial int Access(byte* path, int mode);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    internal static partial uint EffectiveUser();
}
