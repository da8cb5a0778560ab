using System.Globalization;
using GuruReports.Inspection.Processes;

namespace GuruReports.Inspection.Snapshot.Budget;

/// <summary>
/// What yama allows (Documentation/admin-guide/LSM/Yama.rst): from 2 on, kernel.yama.ptrace_scope lets a process read no
/// other's memory, not even its own image's. 1, which most distributions set, lets it read its descendants'.
/// </summary>
internal sealed class PtracePolicy(SystemFiles files)
{
    private const int AdministratorsOnly = 2, Nobody = 3;

    // CAP_SYS_PTRACE, capabilities(7).
    private const ulong MayTrace = 1UL << 19;

    /// <summary>Says that an image could not be read, or null when nothing here forbids it.</summary>
    public string? Refuse() => files.ReadNumber("/proc/sys/kernel/yama/ptrace_scope") switch
    {
        AdministratorsOnly when !HasCapability() =>
            Text(AdministratorsOnly, "without CAP_SYS_PTRACE, which this process has not, no process may read another's memory"),
        >= Nobody and var scope => Text(scope, "no process may read another's memory"),
        _ => null,
    };

    private bool HasCapability() =>
        (new KeyedLines(files.Read("/proc/self/status", stackalloc byte[8192])).Mask("CapEff") & MayTrace) != 0;

    private static string Text(long scope, string meaning) =>
        string.Create(CultureInfo.InvariantCulture, $"kernel.yama.ptrace_scope is {scope}: {meaning}, nor its own image's");
}
