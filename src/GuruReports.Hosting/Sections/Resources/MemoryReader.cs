using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Processes;

namespace GuruReports.Hosting.Sections.Resources;

/// <summary>Reads the memory of process and machine.</summary>
internal static class MemoryReader
{
    /// <summary>Reads it.</summary>
    public static MemoryFacts Read(SystemFiles files)
    {
        var own = new KeyedLines(files.Read("/proc/self/status", stackalloc byte[8192]));
        var machine = new KeyedLines(files.Read("/proc/meminfo", stackalloc byte[8192]));
        return new MemoryFacts
        {
            Resident = own.Bytes("VmRSS"),
            ResidentPeak = own.Bytes("VmHWM"),
            ResidentAnonymous = own.Bytes("RssAnon"),
            Swapped = own.Bytes("VmSwap"),
            Virtual = own.Bytes("VmSize"),
            MachineTotal = machine.Bytes("MemTotal"),
            MachineAvailable = machine.Bytes("MemAvailable"),
            SwapTotal = machine.Bytes("SwapTotal"),
            SwapFree = machine.Bytes("SwapFree"),
        };
    }
}
