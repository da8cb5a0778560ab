using GuruReports.Inspection.Native;
using GuruReports.Inspection.Processes;

namespace GuruReports.Inspection.Snapshot.Budget;

/// <summary>Says what usually stands behind a refusal of the kernel.</summary>
internal static class SystemLimits
{
    /// <summary>Whether a seccomp filter is active, which may forbid any call, or end the process for it.</summary>
    public static bool HasFilter => new KeyedLines(SystemFiles.Real.Read("/proc/thread-self/status", stackalloc byte[8192])).Number("Seccomp") is > 0;

    public static string Explain(int error) => error switch
    {
        Libc.EPERM or Libc.ENOSYS => Filter(),
        Libc.EAGAIN => ", which means that the number of processes is limited (RLIMIT_NPROC or pids.max)",
        Libc.ENOMEM => ", which means that memory or commit is short",
        _ => "",
    };

    private static string Filter() => HasFilter ? "; a seccomp filter is active and forbids it" : "";
}
