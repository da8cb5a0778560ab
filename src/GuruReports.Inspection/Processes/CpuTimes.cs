using System.Globalization;

namespace GuruReports.Inspection.Processes;

/// <summary>The machine's CPU times since boot, or between two moments, in clock ticks (the first line of <c>/proc/stat</c>).</summary>
/// <param name="Total">All of it; guest time is part of user time and not counted twice.</param>
/// <param name="Idle">Idle and waiting for disks.</param>
/// <param name="Steal">Given to others by the hypervisor.</param>
/// <param name="Processors">The CPUs of the machine.</param>
internal sealed record CpuTimes(long Total, long Idle, long Steal, int Processors)
{
    /// <summary>Gets the part that was not idle, 0 to 1.</summary>
    public double Busy => 1 - ((double)Idle / Total);

    /// <summary>Gets the part that the hypervisor gave to others, 0 to 1.</summary>
    public double Stolen => (double)Steal / Total;

    /// <summary>Returns the times since an earlier moment; null when that is unknown or the kernel has not counted since.</summary>
    public CpuTimes? Since(CpuTimes? earlier) =>
        Total > earlier?.Total ? new CpuTimes(Total - earlier.Total, Idle - earlier.Idle, Steal - earlier.Steal, Processors) : null;

    /// <summary>Reads the file's text; null when it is none.</summary>
    public static CpuTimes? Parse(string? text)
    {
        var lines = (text ?? "").Split('\n');
        var fields = lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length < 9 || fields[0] != "cpu")
        {
            return null;
        }

        var ticks = new long[8];
        var total = 0L;
        for (var index = 0; index < ticks.Length; index++)
        {
            _ = long.TryParse(fields[index + 1], NumberStyles.None, CultureInfo.InvariantCulture, out ticks[index]);
            total += ticks[index];
        }

        var processors = lines.Count(line => line.StartsWith("cpu", StringComparison.Ordinal) && line.Length > 3 && char.IsAsciiDigit(line[3]));
        return new CpuTimes(total, ticks[3] + ticks[4], ticks[7], processors);
    }

    /// <summary>Reads the machine's times.</summary>
    public static CpuTimes? Read(SystemFiles files) => Parse(files.ReadText("/proc/stat", 1 << 18));
}
