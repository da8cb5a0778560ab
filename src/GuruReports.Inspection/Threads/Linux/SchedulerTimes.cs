using System.Buffers.Text;

namespace GuruReports.Inspection.Threads.Linux;

/// <summary>What the scheduler counts for a thread (proc_pid_schedstat(5)).</summary>
/// <param name="Ran">How long it ran.</param>
/// <param name="Waited">How long it was ready to run and did not; a quota's pauses count too.</param>
internal readonly record struct SchedulerTimes(TimeSpan Ran, TimeSpan Waited)
{
    /// <summary>No text is longer: three numbers of 64 bits.</summary>
    public const int MaximumLength = 64;

    /// <summary>Reads "run wait slices", in nanoseconds; null where the kernel does not count.</summary>
    public static SchedulerTimes? Parse(ReadOnlySpan<byte> text)
    {
        if (!Utf8Parser.TryParse(text, out long ran, out var length) || length >= text.Length || !Utf8Parser.TryParse(text[(length + 1)..], out long waited, out _))
        {
            return null;
        }

        return new SchedulerTimes(TimeSpan.FromTicks(ran / 100), TimeSpan.FromTicks(waited / 100));
    }
}
