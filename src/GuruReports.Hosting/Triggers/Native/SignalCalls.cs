using System.Runtime.InteropServices;
using GuruReports.Inspection.Native;

namespace GuruReports.Hosting.Triggers.Native;

/// <summary>The C library's calls about signals.</summary>
internal static unsafe partial class SignalCalls
{
    /// <summary>The value of <c>SIG_DFL</c> on every system .NET runs on.</summary>
    internal const nint Default = 0;

    /// <summary>The value of <c>SIG_IGN</c> on every system .NET runs on.</summary>
    internal const nint Ignored = 1;

    /// <summary>Linux' <c>SIG_UNBLOCK</c>.</summary>
    internal const int Unblock = 1;

    // Larger than struct sigaction and sigset_t of any C library; only their own functions look inside.
    private const int OpaqueSize = 512;

    [LibraryImport("libc", EntryPoint = "signal", SetLastError = true)]
    internal static partial nint SetHandler(int signal, nint handler);

    /// <summary>Reads the handler of a signal without changing it.</summary>
    /// <returns>The handler, or null where it cannot be read.</returns>
    internal static nint? GetHandler(int signal)
    {
        var action = stackalloc byte[OpaqueSize];
        new Span<byte>(action, OpaqueSize).Clear();

        // sigaction(2): the handler is the first member in glibc and musl on the architectures of .NET.
        return OperatingSystem.IsLinux() && SigAction(signal, 0, action) == 0 ? *(nint*)action : null;
    }

    /// <summary>Lets the calling thread receive a signal.</summary>
    /// <returns>Whether the call succeeded.</returns>
    internal static bool UnblockOnThisThread(int signal)
    {
        var set = stackalloc byte[OpaqueSize];

        return Libc.sigemptyset(set) == 0 && SigAddSet(set, signal) == 0 && Libc.pthread_sigmask(Unblock, set, null) == 0;
    }

    /// <summary>Tells whether the calling thread blocks a signal.</summary>
    /// <returns>Whether it does; false where that cannot be read.</returns>
    internal static bool IsBlockedOnThisThread(int signal)
    {
        var set = stackalloc byte[OpaqueSize];

        return Libc.sigemptyset(set) == 0 && Libc.pthread_sigmask(Unblock, null, set) == 0 && SigIsMember(set, signal) == 1;
    }

    [LibraryImport("libc", EntryPoint = "sigaction", SetLastError = true)]
    private static partial int SigAction(int signal, nint action, byte* old);

    [LibraryImport("libc", EntryPoint = "sigaddset")]
    private static partial int SigAddSet(byte* set, int signal);

    [LibraryImport("libc", EntryPoint = "sigismember")]
    private static partial int SigIsMember(byte* set, int signal);
}
