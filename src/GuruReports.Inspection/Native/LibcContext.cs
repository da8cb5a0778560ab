using System.Runtime.InteropServices;

namespace GuruReports.Inspection.Native;

/// <summary>Contexts of execution (makecontext(3)): how one process can be made to call several functions of libc, one after the other.</summary>
internal static unsafe partial class LibcContext
{
    // ucontext_t is 968 bytes on x64, 4560 on arm64; uc_link and uc_stack stand at its beginning on all 64-bit Linux.
    public const int Size = 8192;

    private const int Link = 1, StackStart = 2, StackLength = 4;

    /// <summary>Where contexts have been tried: x64 and arm64 with glibc. Elsewhere they may be missing (musl).</summary>
    public static bool IsAvailable { get; } = RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64
        && NativeLibrary.TryLoad("libc.so.6", out var libc)
        && NativeLibrary.TryGetExport(libc, "makecontext", out _) && NativeLibrary.TryGetExport(libc, "setcontext", out _);

    /// <summary>Makes a context that calls the function with at most six arguments and then goes on with <paramref name="next"/>.</summary>
    public static bool TryMake(byte* context, byte* stack, int stackSize, byte* next, nint function, ReadOnlySpan<nint> arguments)
    {
        if (getcontext(context) != 0)
        {
            return false;
        }

        Span<nint> all = stackalloc nint[6];
        all.Clear();
        arguments.CopyTo(all);
        ((nint*)context)[Link] = (nint)next;
        ((nint*)context)[StackStart] = (nint)stack;
        ((nint*)context)[StackLength] = stackSize;
        makecontext(context, function, all.Length, all[0], all[1], all[2], all[3], all[4], all[5]);
        return true;
    }

    [LibraryImport("libc.so.6")]
    private static partial int getcontext(byte* context);

    // Variadic; on x64 and on arm64 Linux integer arguments are passed as to any other function.
    [LibraryImport("libc.so.6")]
    private static partial void makecontext(byte* context, nint function, int count, nint a, nint b, nint c, nint d, nint e, nint f);
}
