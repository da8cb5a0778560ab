namespace GuruReports.Hosting.Facts.Runtime;

/// <summary>How a queue differs from what it was at the previous report.</summary>
/// <param name="Before">How much was in it.</param>
/// <param name="Interval">How long ago that was.</param>
/// <param name="IsUntaken">Whether nothing was taken out since; null where nothing tells.</param>
internal sealed record QueueChange(long Before, TimeSpan Interval, bool? IsUntaken);
