using System.Globalization;
using GuruReports.Inspection.Processes;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Snapshot.Budget;

/// <summary>Estimates what a clone would cost the service's other threads, from what is resident and what the last one cost here.</summary>
internal sealed class PauseEstimate(SystemFiles files)
{
    // Measured on .NET 10, x64: 15 to 25 ms a GB of small private pages, 1 ms a GB of huge ones, and a few for the switch itself.
    private const double MillisecondsPerGigabyte = 25, HugeMillisecondsPerGigabyte = 2, SwitchMilliseconds = 3;

    // What the last clone cost here replaces the rate above for a while, so that a slow machine is believed. Not for
    // good, and only up to a limit: a clone that was merely preempted must not turn snapshots off.
    private const double SlowestBelieved = 4 * MillisecondsPerGigabyte;
    private const long BelievedMilliseconds = 5 * 60 * 1000;

    private static double s_learned;
    private static long s_learnedAt;

    /// <summary>Says why a clone would take too long, with the numbers; null when it would not.</summary>
    public string? Refuse(ResidentMemory memory, TimeSpan maximumPause)
    {
        var rate = Environment.TickCount64 - s_learnedAt < BelievedMilliseconds ? Math.Max(s_learned, MillisecondsPerGigabyte) : MillisecondsPerGigabyte;
        if (Milliseconds(rate, memory.Anonymous, huge: 0) <= maximumPause.TotalMilliseconds)
        {
            return null;
        }

        // Asked for only now: the kernel looks at each page to tell how many are huge, 10 ms a GB.
        var huge = HugePages();
        var small = Math.Max(memory.Anonymous - huge, 0);
        var estimate = Milliseconds(rate, small, huge);
        if (estimate <= maximumPause.TotalMilliseconds)
        {
            return null;
        }

        var others = huge == 0 ? "" : $", {Measures.Size(huge)} more in huge pages";
        return string.Create(CultureInfo.InvariantCulture, $"the pause would be about {estimate:F0} ms ({Measures.Size(small)} of private memory at {rate:F0} ms a GiB{others}), more than the {maximumPause.TotalMilliseconds:F0} ms allowed");
    }

    /// <summary>Learns from a clone what one costs here.</summary>
    public void Learn(TimeSpan paused)
    {
        // A small process says nothing about the rate.
        if (ResidentMemory.Read(files) is { Anonymous: > 256 * Measures.Mebibyte } memory)
        {
            s_learned = Math.Min((paused.TotalMilliseconds - SwitchMilliseconds) / ((double)memory.Anonymous / Measures.Gibibyte), SlowestBelieved);
            s_learnedAt = Environment.TickCount64;
        }
    }

    private static double Milliseconds(double rate, long small, long huge) =>
        SwitchMilliseconds + (rate * ((double)small / Measures.Gibibyte)) + (HugeMillisecondsPerGigabyte * ((double)huge / Measures.Gibibyte));

    // proc_pid_smaps(5). Zero where the kernel does not tell: then all pages count as small.
    private long HugePages() => new KeyedLines(files.Read("/proc/self/smaps_rollup", stackalloc byte[4096])).Bytes("AnonHugePages") ?? 0;
}
