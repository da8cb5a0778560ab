namespace GuruReports.Inspection.CoreClr.Sampling;

/// <summary>A thread that made the collector run.</summary>
/// <param name="Reason">The runtime's number of the reason.</param>
/// <param name="Start">The index of the leaf's address.</param>
/// <param name="Count">The number of addresses.</param>
internal readonly record struct TriggerSample(uint Reason, int Start, int Count);
