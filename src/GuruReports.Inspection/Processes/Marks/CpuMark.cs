namespace GuruReports.Inspection.Processes.Marks;

/// <summary>What machine and process had used at one moment.</summary>
/// <param name="Timestamp">When, as a time stamp of the stopwatch.</param>
/// <param name="Process">What the process had used.</param>
/// <param name="Machine">What the machine had; its number of processors is not known.</param>
/// <param name="WaitedFor">The clock ticks of the children that had ended and were waited for.</param>
internal sealed record CpuMark(long Timestamp, Environment.ProcessCpuUsage Process, CpuTimes Machine, long WaitedFor);
