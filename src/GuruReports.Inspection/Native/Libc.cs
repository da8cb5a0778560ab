using System.Runtime.InteropServices;

namespace GuruReports.Inspection.Native;

/// <summary>The calls into libc of service and helper. All are raw: a negative result leaves its reason in the last error.</summary>
internal static unsafe partial class Libc
{
    public const int EPERM = 1, ENOENT = 2, ESRCH = 3, EINTR = 4, ENOEXEC = 8, EAGAIN = 11, ENOMEM = 12, EACCES = 13, ENOSYS = 38;
    public const int ORdOnly = 0, OCloExec = 0x80000;
    public const int SigKill = 9, SigSetMask = 2;
    public const short PollIn = 1, PollOut = 4;
    public const int MsgNoSignal = 0x4000, MsgDontWait = 0x40;
    public const int WNoHang = 1, WExited = 4, WAll = 0x40000000, PPidFd = 3;
    public const int PrGetDumpable = 3, PrSetDumpable = 4;
    public const int ProtReadWrite = 3, MapPrivateAnonymous = 0x22;
    public const int SignalSetSize = 128;

    [LibraryImport("libc", SetLastError = true)]
    public static partial int fcntl(int fd, int command, int argument);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int socketpair(int domain, int type, int protocol, int* pair);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int pipe2(int* pair, int flags);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int eventfd(uint initial, int flags);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int open(byte* path, int flags, int mode);

    /// <summary>The same for a text, which is copied to the stack.</summary>
    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags, int mode = 0);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int close(int fd);

    [LibraryImport("libc", SetLastError = true)]
    public static partial nint read(int fd, void* buffer, nuint count);

    [LibraryImport("libc", SetLastError = true)]
    public static partial nint write(int fd, void* buffer, nuint count);

    [LibraryImport("libc", SetLastError = true)]
    public static partial nint send(int fd, void* buffer, nuint count, int flags);

    [LibraryImport("libc", SetLastError = true)]
    public static partial nint recv(int fd, void* buffer, nuint count, int flags);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int getsockopt(int fd, int level, int option, void* value, uint* length);

    [LibraryImport("libc", SetLastError = true)]
    public static partial nint sendmsg(int fd, MessageHeader* message, int flags);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int poll(PollDescriptor* descriptors, nuint count, int timeoutMilliseconds);

    [LibraryImport("libc", SetLastError = true)]
    public static partial void* mmap(void* address, nuint length, int protection, int flags, int fd, nint offset);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int mprotect(void* address, nuint length, int protection);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int munmap(void* address, nuint length);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int kill(int pid, int signal);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int wait4(int pid, int* status, int options, void* usage);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int waitid(int idType, int id, byte* info, int options);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int prctl(int option, nuint argument2, nuint argument3, nuint argument4, nuint argument5);

    [LibraryImport("libc")]
    public static partial int getpriority(int which, int who);

    [LibraryImport("libc")]
    public static partial int setpriority(int which, int who, int priority);

    [LibraryImport("libc", SetLastError = true)]
    public static partial nint syscall(nint number, nint argument1, nint argument2, nint argument3, nint argument4);

    [LibraryImport("libc")]
    public static partial int sigfillset(byte* set);

    [LibraryImport("libc")]
    public static partial int sigemptyset(byte* set);

    [LibraryImport("libc")]
    public static partial int pthread_sigmask(int how, byte* set, byte* previous);

    /// <summary>Names an errno as people know it.</summary>
    public static string Describe(int error) => $"{Marshal.GetPInvokeErrorMessage(error)} (errno {error})";
}
