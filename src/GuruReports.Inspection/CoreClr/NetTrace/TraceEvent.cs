namespace GuruReports.Inspection.CoreClr.NetTrace;

/// <summary>The head of one event.</summary>
/// <param name="Provider">Who sent it.</param>
/// <param name="Id">Its id with that provider.</param>
/// <param name="ThreadId">The thread that it tells of.</param>
/// <param name="StackId">The stack's number within the trace.</param>
/// <param name="TimeStamp">When, in ticks of the trace's clock.</param>
internal readonly record struct TraceEvent(string Provider, int Id, long ThreadId, int StackId, long TimeStamp);
