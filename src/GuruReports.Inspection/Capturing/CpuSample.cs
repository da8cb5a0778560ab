namespace GuruReports.Inspection.Capturing;

/// <summary>One thread's CPU time at one moment, and since when it has not changed.</summary>
internal sealed record CpuSample(long Nanoseconds, long UnchangedSince)
{
    /// <summary>How long it was ready to run and did not, in all; null when that was not asked.</summary>
    public TimeSpan? Waited { get; init; }
}
