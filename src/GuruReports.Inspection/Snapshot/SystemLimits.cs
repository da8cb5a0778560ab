using GuruReports.Inspection.Processes;
using GuruReports.Inspection.Snapshot.Native;

namespace GuruReports.Inspection.Snapshot;

/// <summary>Says what usually stands behind a refusal of the kernel.</summary>
internal static class SystemLimits
{
    public static string Explain(int error) => error switch
    {
        Libc.EPERM or Libc.ENOSYS => Filter(),
        Libc.EAGAIN => ", which means that the number of processes is limited (RLIMIT_NPROC or pids.max)",
        Libc.ENOMEM => ", which means that memory or commit is short",
        _ => "",
    };

    private static string Filter() => new KeyedLines(SystemFiles.Real.Read("/proc/self/status", stackalloc byte[8192])).Number("Seccomp") is > 0
        ? "; a seccomp filter is active and forbids it"
        : "";
}
