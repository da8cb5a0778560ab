using System.Globalization;
using GuruReports.Inspection.Native;
using GuruReports.Inspection.Processes;

namespace GuruReports.Inspection.Threads.Linux;

/// <summary>Lists the threads of this process as the kernel sees them.</summary>
internal sealed class OSThreads
{
    private const int ClockTicksName = 2;
    private const int StartTimeField = 19;

    private static readonly long TicksPerSecond = OperatingSystem.IsLinux() ? LibcAtOnce.SysConf(ClockTicksName) : 100;

    private readonly ProcFile _files;
    private readonly char[] _path = new char[64];

    public OSThreads(ProcFile files) => _files = files;

    /// <summary>Reads one thread; null when it has ended.</summary>
    public OSThread? Read(int id)
    {
        if (!_path.AsSpan().TryWrite(CultureInfo.InvariantCulture, $"{id}/stat", out var length))
        {
            return null;
        }

        return Parse(_files.Read(_path.AsSpan(0, length)));
    }

    /// <summary>Returns how long a thread was ready to run and did not; null where the kernel does not count it (proc_pid_schedstat(5)).</summary>
    public TimeSpan? WaitedForCpu(int id)
    {
        if (!_path.AsSpan().TryWrite(CultureInfo.InvariantCulture, $"{id}/schedstat", out var length))
        {
            return null;
        }

        return SchedulerTimes.Parse(_files.Read(_path.AsSpan(0, length)))?.Waited;
    }

    /// <summary>Returns the time since the thread's start.</summary>
    public static TimeSpan? AgeOf(OSThread thread, long bootTimeNanoseconds)
    {
        if (thread.StartTicks <= 0 || TicksPerSecond <= 0 || bootTimeNanoseconds <= 0)
        {
            return null;
        }

        var started = thread.StartTicks * (1_000_000_000L / TicksPerSecond);
        return TimeSpan.FromTicks(Math.Max(0, bootTimeNanoseconds - started) / 100);
    }

    internal static OSThread? Parse(ReadOnlySpan<byte> stat) =>
        StatLine.TryParse(stat, out var line) ? new OSThread(line.Id, line.Name, line.State, line.Number(StartTimeField) ?? 0) : null;
}
