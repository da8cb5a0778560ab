using System.Runtime.InteropServices;

namespace GuruReports.Hosting.Sinks.Native;

/// <summary>The C library's calls on descriptors. Flags are Linux' where they differ between systems.</summary>
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
    internal const int OpenCloseOnExec = 0x80000;
    internal const short PollOut = 4;
    internal const int DontWait = 0x40;
    internal const int NoSignal = 0x4000;
    internal const int UnixDomain = 1;
    internal const int DatagramCloseOnExec = 2 | 0x80000;
    internal const uint MemoryFileFlags = 1 | 2;

    internal const int Interrupted = 4;
    internal const int NoSuchDevice = 6;
    internal const int Again = 11;
    internal const int BrokenPipe = 32;
    internal const int MessageTooLong = 90;
    internal const int NoBuffers = 105;

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    internal static partial int Control(int descriptor, int command, int argument);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    internal static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    internal static partial nint Write(int descriptor, byte* bytes, nint count);

    [LibraryImport("libc", EntryPoint = "send", SetLastError = true)]
    internal static partial nint Send(int socket, byte* bytes, nint count, int flags);

    [LibraryImport("libc", EntryPoint = "sendmsg", SetLastError = true)]
    internal static partial nint SendMessage(int socket, MessageHeader* message, int flags);

    [LibraryImport("libc", EntryPoint = "socket", SetLastError = true)]
    internal static partial int Socket(int domain, int type, int protocol);

    [LibraryImport("libc", EntryPoint = "connect", SetLastError = true)]
    internal static partial int Connect(int socket, byte* address, int length);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    internal static partial int Poll(PollEntry* entries, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "memfd_create", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int CreateMemoryFile(string name, uint flags);

    [LibraryImport("libc", EntryPoint = "isatty")]
    internal static partial int IsTerminal(int descriptor);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    internal static partial uint EffectiveUser();

    /// <summary>Names an error number.</summary>
    /// <returns>The system's words.</returns>
    internal static string Describe(int error) => Marshal.GetPInvokeErrorMessage(error);

    /// <summary>One entry of poll(2).</summary>
    internal struct PollEntry
    {
        internal int Descriptor;
        internal short Events;
        internal short Returned;
    }

    /// <summary>The header of sendmsg(2) on 64-bit Linux with glibc or musl; all padding is zero.</summary>
    internal struct MessageHeader
    {
        internal nint Name;
        internal uint NameLength;
        internal nint Parts;
        internal nint PartCount;
        internal nint Control;
        internal nint ControlLength;
        internal int Flags;
    }
}
