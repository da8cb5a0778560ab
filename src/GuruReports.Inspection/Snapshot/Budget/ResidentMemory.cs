using GuruReports.Inspection.Processes;

namespace GuruReports.Inspection.Snapshot.Budget;

/// <summary>What of this process is in memory, in bytes.</summary>
/// <param name="Total">Resident pages of every kind.</param>
/// <param name="Anonymous">Pages that an image shares copy-on-write: these are copied when the service writes.</param>
/// <param name="Data">Private writable address space, which strict overcommit accounting charges once more for an image.</param>
internal sealed record ResidentMemory(long Total, long Anonymous, long Data)
{
    /// <summary>Reads /proc/self/status; null when it does not tell.</summary>
    public static ResidentMemory? Read(SystemFiles files)
    {
        var status = new KeyedLines(files.Read("/proc/self/status", stackalloc byte[8192]));
        return status.Bytes("VmRSS") is { } total && status.Bytes("RssAnon") is { } anonymous
            ? new ResidentMemory(total, anonymous, status.Bytes("VmData") ?? 0)
            : null;
    }
}
