namespace GuruReports.Inspection.Threads.Allocations;

/// <summary>How long a look at allocations takes.</summary>
/// <param name="Least">How long it goes on though somebody waits for it.</param>
/// <param name="Most">When it ends in any case.</param>
internal sealed record AllocationWindow(TimeSpan Least, TimeSpan Most);
