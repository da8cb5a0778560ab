namespace GuruReports.Inspection.Threads;

/// <summary>A call known to block: what the thread waits for and which frame says so.</summary>
internal readonly record struct BlockingCall(ThreadActivity Activity, int FrameIndex, string Detail);
