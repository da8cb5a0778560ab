namespace GuruReports.Inspection.Threads;

/// <summary>One thread's CPU time at one moment, and since when it has not changed.</summary>
internal readonly record struct CpuSample(long Nanoseconds, long UnchangedSince);
