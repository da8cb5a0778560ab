using System.Diagnostics;
using System.Globalization;
using GuruReports.Hosting.Facts.Resources;
using GuruReports.Inspection.Processes;
using GuruReports.Inspection.Processes.Clocks;
using GuruReports.Inspection.Processes.Marks;

namespace GuruReports.Hosting.Sections.Resources;

/// <summary>Counters of process and machine at one moment; two of them give shares.</summary>
internal sealed record ResourceSample
{
    // The kernel counts the machine's time in hundredths of a second: below this a share says little.
    private static readonly TimeSpan s_shortestWindow = TimeSpan.FromMilliseconds(100);

    // What the report itself takes is then the smaller part.
    private static readonly TimeSpan s_shortestLookBack = TimeSpan.FromMilliseconds(300);

    // Making a report is a good part of what runs in so short a time: who else keeps a busy machine busy shows later.
    private const double AlmostAllBusy = 0.9;
    private static readonly TimeSpan s_busyWindow = TimeSpan.FromMilliseconds(500);

    public required long Timestamp { get; init; }

    public required Environment.ProcessCpuUsage Process { get; init; }

    public CpuTimes? Machine { get; init; }

    /// <summary>Gets the CPU time of the process's descendants, in clock ticks; null when it was not read.</summary>
    public long? Descendants { get; init; }

    public long? Periods { get; init; }

    public long? ThrottledPeriods { get; init; }

    /// <summary>
    /// Returns two samples, the later one of now, whose window has passed already: the watchdog noted the earlier one. Null where it
    /// did not, and where there are descendants of before, of which nobody knows what they had used then.
    /// </summary>
    public static (ResourceSample Begin, ResourceSample End)? TryLookBack(SystemFiles files)
    {
        if (CpuMarks.OfProcess.Find(s_shortestLookBack) is not { } mark)
        {
            return null;
        }

        var since = SystemClock.TicksSinceBoot(files) - SystemClock.TicksOf(Stopwatch.GetElapsedTime(mark.Timestamp));
        if (DescendantTimes.ReadYoung(files, Environment.ProcessId, since ?? long.MaxValue) is not { } descendants)
        {
            return null;
        }

        var end = Take(files, withDescendants: false) with { Descendants = descendants };
        var begin = new ResourceSample
        {
            Timestamp = mark.Timestamp,
            Process = mark.Process,
            Machine = mark.Machine with { Processors = end.Machine?.Processors ?? 0 },
            Descendants = mark.WaitedFor,
        };
        return (begin, end);
    }

    /// <summary>Reads the counters.</summary>
    public static ResourceSample Take(SystemFiles files, bool withDescendants)
    {
        var group = OperatingSystem.IsLinux() ? ControlGroupReader.Read(files) : null;
        return new ResourceSample
        {
            Timestamp = Stopwatch.GetTimestamp(),
            Process = OperatingSystem.IsLinux() ? Environment.CpuUsage : default,
            Machine = OperatingSystem.IsLinux() ? CpuTimes.Read(files) : null,
            Descendants = withDescendants ? DescendantTimes.Read(files, Environment.ProcessId) : null,
            Periods = group?.CpuPeriods,
            ThrottledPeriods = group?.ThrottledPeriods,
        };
    }

    /// <summary>Reads the counters again, when enough time has passed since this sample.</summary>
    public ResourceSample TakeLater(SystemFiles files, CancellationToken cancellation)
    {
        Wait(s_shortestWindow, cancellation);
        var later = Take(files, withDescendants: true);
        if (later.Machine?.Since(Machine)?.Busy is not >= AlmostAllBusy)
        {
            return later;
        }

        Wait(s_busyWindow, cancellation);
        return Take(files, withDescendants: true);
    }

    /// <summary>Returns the CPU facts of this moment.</summary>
    public CpuFacts Compare(ResourceSample begin, ResourceSample? previous, SystemFiles files)
    {
        previous ??= begin;
        var window = Stopwatch.GetElapsedTime(begin.Timestamp, Timestamp);
        var before = Stopwatch.GetElapsedTime(previous.Timestamp, Timestamp);
        var now = SharesSince(begin, window);
        var since = before > TimeSpan.FromSeconds(1) ? SharesSince(previous, before) : default;
        return new CpuFacts
        {
            ProcessorCount = Environment.ProcessorCount,
            MachineProcessors = Machine?.Processors,
            UserTime = Process.UserTime,
            SystemTime = Process.PrivilegedTime,
            Window = window,
            ProcessShare = now.Process,
            DescendantShare = now.Descendants,
            OthersShare = now.Others,
            ProcessShareSincePrevious = since.Process,
            OthersShareSincePrevious = since.Others,
            MachineBusy = now.Busy,
            MachineSteal = now.Steal,
            MachineStealSincePrevious = since.Steal,
            Load = ReadLoad(files),
        };
    }

    private void Wait(TimeSpan window, CancellationToken cancellation)
    {
        var rest = window - Stopwatch.GetElapsedTime(Timestamp);
        if (rest > TimeSpan.Zero)
        {
            cancellation.WaitHandle.WaitOne(rest);
        }
    }

    private Shares SharesSince(ResourceSample earlier, TimeSpan time)
    {
        if (time <= TimeSpan.Zero)
        {
            return default;
        }

        var process = (Process.TotalTime - earlier.Process.TotalTime) / time;
        double? descendants = Descendants is { } ticks ? Math.Max(0, SystemClock.DurationOf(ticks - (earlier.Descendants ?? 0)) / time) : null;
        if (Machine?.Since(earlier.Machine) is not { } machine)
        {
            return new Shares(process, descendants, null, null, null);
        }

        var others = Math.Max(0, ((machine.Busy - machine.Stolen) * machine.Processors) - process - (descendants ?? 0));
        return new Shares(process, descendants, others, machine.Busy, machine.Stolen);
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

    // Of the process, its descendants and all others in CPUs; of the machine as parts of the whole.
    private readonly record struct Shares(double? Process, double? Descendants, double? Others, double? Busy, double? Steal);
}
