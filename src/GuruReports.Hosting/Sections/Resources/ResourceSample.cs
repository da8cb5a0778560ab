using System.Diagnostics;
using System.Globalization;
using GuruReports.Hosting.Model.Facts;
using GuruReports.Inspection.Processes;

namespace GuruReports.Hosting.Sections.Resources;

/// <summary>Counters of process and machine at one moment; two of them give shares.</summary>
internal sealed record ResourceSample
{
    // The kernel counts the machine's time in hundredths of a second: below this a share says little.
    private static readonly TimeSpan s_shortestWindow = TimeSpan.FromMilliseconds(100);

    public required long Timestamp { get; init; }

    public required Environment.ProcessCpuUsage Process { get; init; }

    public CpuTimes? Machine { get; init; }

    public long? Periods { get; init; }

    public long? ThrottledPeriods { get; init; }

    /// <summary>Reads the counters.</summary>
    /// <param name="files">The files to read.</param>
    public static ResourceSample Take(SystemFiles files)
    {
        var group = OperatingSystem.IsLinux() ? ControlGroupReader.Read(files) : null;
        return new ResourceSample
        {
            Timestamp = Stopwatch.GetTimestamp(),
            Process = OperatingSystem.IsLinux() ? Environment.CpuUsage : default,
            Machine = OperatingSystem.IsLinux() ? CpuTimes.Read(files) : null,
            Periods = group?.CpuPeriods,
            ThrottledPeriods = group?.ThrottledPeriods,
        };
    }

    /// <summary>Reads the counters again, when enough time has passed since this sample.</summary>
    /// <param name="files">The files to read.</param>
    /// <param name="cancellation">Ends the waiting early.</param>
    public ResourceSample TakeLater(SystemFiles files, CancellationToken cancellation)
    {
        var rest = s_shortestWindow - Stopwatch.GetElapsedTime(Timestamp);
        if (rest > TimeSpan.Zero)
        {
            cancellation.WaitHandle.WaitOne(rest);
        }

        return Take(files);
    }

    /// <summary>Returns the CPU facts of this moment.</summary>
    /// <param name="begin">The sample at the beginning of the section.</param>
    /// <param name="previous">The sample of the previous report.</param>
    /// <param name="files">The files to read.</param>
    public CpuFacts Compare(ResourceSample begin, ResourceSample previous, SystemFiles files)
    {
        var window = Stopwatch.GetElapsedTime(begin.Timestamp, Timestamp);
        var before = Stopwatch.GetElapsedTime(previous.Timestamp, Timestamp);
        var (busy, steal) = MachineShares(begin.Machine, Machine);
        return new CpuFacts
        {
            ProcessorCount = Environment.ProcessorCount,
            MachineProcessors = Machine?.Processors,
            UserTime = Process.UserTime,
            SystemTime = Process.PrivilegedTime,
            Window = window,
            ProcessShare = window > TimeSpan.Zero ? (Process.TotalTime - begin.Process.TotalTime) / window : null,
            ProcessShareSincePrevious = before > TimeSpan.FromSeconds(1) ? (Process.TotalTime - previous.Process.TotalTime) / before : null,
            MachineBusy = busy,
            MachineSteal = steal,
            MachineStealSincePrevious = before > TimeSpan.FromSeconds(1) ? MachineShares(previous.Machine, Machine).Steal : null,
            Load = ReadLoad(files),
        };
    }

    private static (double? Busy, double? Steal) MachineShares(CpuTimes? from, CpuTimes? to)
    {
        if (from is null || to is null || to.Total <= from.Total)
        {
            return (null, null);
        }

        var total = (double)(to.Total - from.Total);
        return (1 - ((to.Idle - from.Idle) / total), (to.Steal - from.Steal) / total);
    }

    private static List<double> ReadLoad(SystemFiles files)
    {
        var load = new List<double>();
        foreach (var field in (files.ReadText("/proc/loadavg", 128) ?? "").Split(' ').Take(3))
        {
            if (double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                load.Add(value);
            }
        }

        return load;
    }
}
