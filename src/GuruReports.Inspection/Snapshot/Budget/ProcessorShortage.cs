using System.Diagnostics;
using System.Globalization;
using GuruReports.Inspection.Processes;
using GuruReports.Inspection.Threads.Linux;

namespace GuruReports.Inspection.Snapshot.Budget;

/// <summary>
/// Tells a snapshot that is short of processors from one that only has much to read: the kernel counts for each thread
/// how long it ran and how long it was ready to run and did not (proc(5), schedstat; a quota's pauses count too).
/// </summary>
/// <param name="files">The system's files.</param>
/// <param name="limit">How long a snapshot that is short of processors may take.</param>
internal sealed class ProcessorShortage(SystemFiles files, TimeSpan limit)
{
    // Measured: 0.3 s for a small heap.
    private const double HelperSeconds = 0.3;

    // Less than half of a processor: the same measure as for a helper that runs.
    private const double Short = 0.5;

    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly TimeSpan _pausedBefore = GC.GetTotalPauseDuration();

    /// <summary>Says why a snapshot would not be read in time, before anything is started; null when it may be.</summary>
    /// <param name="processors">How many processors the control group allows; null for no limit.</param>
    public string? Refuse(double? processors) => processors is { } allowed && allowed < Short && HelperSeconds / allowed > limit.TotalSeconds
        ? Text($"the control group allows {allowed * 100:0.#} % of a processor: reading would take {HelperSeconds / allowed:0.#} s or longer, and {limit.TotalSeconds:0.#} s are allowed where processors are short")
        : null;

    /// <summary>Says why the snapshot should be given up, once its time is over; null while it gets on, or has time.</summary>
    /// <param name="helper">The helper's process.</param>
    public string? GiveUp(int helper)
    {
        var elapsed = Stopwatch.GetElapsedTime(_started);
        if (elapsed < limit)
        {
            return null;
        }

        var paused = GC.GetTotalPauseDuration() - _pausedBefore;
        if (paused > elapsed * Short)
        {
            return Text($"given up after {elapsed.TotalSeconds:0.0} s: garbage collections stopped the process for {paused.TotalSeconds:0.0} s of them");
        }

        return Describe("the helper", Times(Text($"/proc/{helper}/schedstat")), elapsed)
            ?? Describe("the thread that waits for it", Times("/proc/thread-self/schedstat"), elapsed);
    }

    private static string? Describe(string who, SchedulerTimes? share, TimeSpan elapsed) =>
        share is var (ran, waited) && waited > ran && waited > elapsed / 4
            ? Text($"given up after {elapsed.TotalSeconds:0.0} s, because processors are short: {who} ran for {ran.TotalSeconds:0.0} s and waited {waited.TotalSeconds:0.0} s for one")
            : null;

    private SchedulerTimes? Times(string path) => SchedulerTimes.Parse(files.Read(path, stackalloc byte[SchedulerTimes.MaximumLength]));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
