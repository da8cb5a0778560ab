using System.Runtime.InteropServices;

namespace GuruReports.Inspection.Native;

/// <summary>
/// System calls that not every C library has a function for: musl got statx(2) with 1.2.5 and renameat2(2) later, and
/// hides getdents64(2) from lookups by name since 1.2.4. Asked for by number, they need nothing but the kernel.
/// </summary>
internal static unsafe partial class KernelCalls
{
    private const int Unknown = -1;

    private static readonly int s_getRobustList = Number(x64: 274, later: 100);
    private static readonly int s_getDirectoryEntries = Number(x64: 217, later: 61);
    private static readonly int s_rename = Number(x64: 316, later: 276);
    private static readonly int s_status = Number(x64: 332, later: 291);

    /// <summary>getdents64(2), without leaving managed code and without the last error.</summary>
    public static nint GetDirectoryEntries(int descriptor, byte* buffer, nuint count) =>
        CallAtOnce(s_getDirectoryEntries, descriptor, (nint)buffer, (nint)count);

    /// <summary>get_robust_list(2): 0, with the head of the list and its size, or a negative number.</summary>
    public static nint GetRobustList(int thread, ulong* head, nuint* length) => CallAtOnce(s_getRobustList, thread, (nint)head, (nint)length);

    /// <summary>statx(2); a negative result leaves its reason in the last error.</summary>
    public static int Status(int directory, byte* path, int flags, uint mask, byte* buffer) =>
        (int)Call(s_status, directory, (nint)path, flags, (nint)mask, (nint)buffer);

    /// <summary>renameat2(2); a negative result leaves its reason in the last error.</summary>
    public static int Rename(int fromDirectory, byte* from, int toDirectory, byte* to, uint flags) =>
        (int)Call(s_rename, fromDirectory, (nint)from, toDirectory, (nint)to, (nint)flags);

    // Architectures that Linux came to after x64 share one table (asm-generic/unistd.h). On others the kernel itself
    // answers that there is no such call.
    private static int Number(int x64, int later) => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => x64,
        Architecture.Arm64 or Architecture.LoongArch64 or Architecture.RiscV64 => later,
        _ => Unknown,
    };

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static partial nint Call(nint number, nint a, nint b, nint c, nint d, nint e);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = false)]
    [SuppressGCTransition]
    private static partial nint CallAtOnce(nint number, nint a, nint b, nint c);
}
