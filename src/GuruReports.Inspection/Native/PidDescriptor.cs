namespace GuruReports.Inspection.Native;

/// <summary>
/// Descriptors of processes (pidfd_open(2), Linux 5.3): a signal sent through one can never hit
/// another process that got the same id later.
/// </summary>
internal static class PidDescriptor
{
    // The numbers are the same on every architecture that .NET runs on.
    private const int PidFdOpen = 434, PidFdSendSignal = 424;

    /// <summary>Opens a close-on-exec descriptor, or returns -1 where the kernel or a filter has none.</summary>
    public static int Open(int pid) => (int)Libc.syscall(PidFdOpen, pid, 0, 0, 0);

    /// <summary>Kills the process behind the descriptor; false when it could not.</summary>
    public static bool Kill(int descriptor) => Libc.syscall(PidFdSendSignal, descriptor, Libc.SigKill, 0, 0) == 0;
}
