namespace GuruReports.Inspection.Threads.Allocations;

/// <summary>A place that made the collector run.</summary>
/// <param name="Frames">A stack with it, leaf first.</param>
/// <param name="Count">How often it did.</param>
internal sealed record CollectionPlace(IReadOnlyList<CapturedFrame> Frames, int Count);
