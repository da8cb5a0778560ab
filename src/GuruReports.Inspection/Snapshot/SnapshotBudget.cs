using System.Globalization;
using GuruReports.Inspection.Processes;

namespace GuruReports.Inspection.Snapshot;

/// <summary>Decides before anything is started whether a snapshot is affordable. Each refusal carries its numbers.</summary>
internal sealed class SnapshotBudget(SystemFiles files)
{
    private const long Megabyte = 1024 * 1024, Gigabyte = 1024 * Megabyte;

    // Measured: 55 to 85 MB resident.
    private const long HelperBytes = 96 * Megabyte;

    // Measured on .NET 10, x64: 15 to 25 ms a GB of private pages, and a few for the switch itself.
    private const double PauseMillisecondsPerGigabyte = 25, PauseMilliseconds = 3;

    // What the last clone cost here replaces the rate above for a while, so that a slow machine is believed. Not for
    // good, and only up to a limit: a clone that was merely preempted must not turn snapshots off.
    private const double SlowestBelieved = 4 * PauseMillisecondsPerGigabyte;
    private const long BelievedMilliseconds = 5 * 60 * 1000;

    private static double s_learned;
    private static long s_learnedAt;

    private readonly MemoryLimits _limits = new(files);

    /// <summary>Says why not, or null when it is affordable.</summary>
    public string? Refuse(TimeSpan maximumPause)
    {
        var memory = ResidentMemory.Read(files);
        return memory is null
            ? "/proc/self/status does not tell the memory of the process, so neither the pause nor the memory can be estimated"
            : RefusePause(memory, maximumPause) ?? RefuseOvercommit(memory) ?? RefuseHeadroom(memory);
    }

    /// <summary>True when memory has become so short that the image should be given back at once.</summary>
    public bool IsRunningOut() => _limits.Tightest() is { } limit && limit.Free < Math.Min(limit.Limit / 20, 64 * Megabyte);

    /// <summary>Learns from a clone what one costs here.</summary>
    public void Learn(TimeSpan paused)
    {
        // A small process says nothing about the rate.
        if (ResidentMemory.Read(files) is { Anonymous: > 256 * Megabyte } memory)
        {
            s_learned = Math.Min((paused.TotalMilliseconds - PauseMilliseconds) * Gigabyte / memory.Anonymous, SlowestBelieved);
            s_learnedAt = Environment.TickCount64;
        }
    }

    private static string? RefusePause(ResidentMemory memory, TimeSpan maximumPause)
    {
        var rate = Environment.TickCount64 - s_learnedAt < BelievedMilliseconds ? Math.Max(s_learned, PauseMillisecondsPerGigabyte) : PauseMillisecondsPerGigabyte;
        var estimate = PauseMilliseconds + rate * memory.Anonymous / Gigabyte;
        return estimate <= maximumPause.TotalMilliseconds
            ? null
            : Text($"the pause would be about {estimate:F0} ms ({Size(memory.Anonymous)} of private memory at {rate:F0} ms a GB), more than the {maximumPause.TotalMilliseconds:F0} ms allowed");
    }

    private string? RefuseOvercommit(ResidentMemory memory)
    {
        if (files.ReadNumber("/proc/sys/vm/overcommit_memory") != 2)
        {
            return null;
        }

        var machine = new KeyedLines(files.Read("/proc/meminfo", stackalloc byte[8192]));
        var free = (machine.Bytes("CommitLimit") ?? 0) - (machine.Bytes("Committed_AS") ?? 0);
        return free >= memory.Data
            ? null
            : Text($"overcommit is off (vm.overcommit_memory is 2): an image needs {Size(memory.Data)} of commit, {Size(Math.Max(free, 0))} are left");
    }

    // Every private page can be copied while the image lives. Where the kernel would end the image alone when memory
    // runs out (it stands first in line), half of that is asked for and IsRunningOut watches the rest; where it would
    // end the whole group, all of it.
    private string? RefuseHeadroom(ResidentMemory memory)
    {
        if (_limits.Tightest() is not { } limit)
        {
            return "no memory limit could be read, neither of a control group nor of the machine";
        }

        var copies = limit.KillsWholeGroup ? memory.Anonymous : memory.Anonymous / 2;
        var needed = copies + HelperBytes;
        return limit.Free >= needed
            ? null
            : Text($"not enough memory: {Size(needed)} wanted ({Size(copies)} for pages the service may rewrite, {Size(HelperBytes)} for the helper), {Size(Math.Max(limit.Free, 0))} left of {Size(limit.Limit)} ({limit.Source}); the service has {Size(memory.Total)} resident");
    }

    private static string Size(long bytes) => bytes >= Gigabyte
        ? Text($"{(double)bytes / Gigabyte:F1} GB")
        : Text($"{(double)bytes / Megabyte:F0} MB");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
