using GuruReports.Hosting.History;

namespace GuruReports.Hosting.Findings.Memory;

/// <summary>
/// Whether a report may have to say what keeps the memory, told before its snapshot is taken: to search for it walks the heap several
/// times more, which a service whose memory neither grows nor runs out is spared.
/// </summary>
internal static class MemoryQuestion
{
    /// <summary>Returns whether it may.</summary>
    /// <param name="options">From when on memory is told.</param>
    /// <param name="read">Reads the record, where it is needed; null where there is none yet.</param>
    /// <param name="heap">The bytes of the managed heap.</param>
    /// <param name="used">The bytes in use of the memory that the collector may count on.</param>
    /// <param name="available">How many bytes that is.</param>
    public static bool MayMatter(FindingOptions options, Func<HistoryFacts?> read, long heap, long used, long available) =>
        used >= options.MemoryLimitShare * available
        || (heap >= options.MemoryGrowthBytes && (read() is not { } history || RecordedGrowth.IsYoung(history) || Grows(history, options, Measure.Heap) || Grows(history, options, Measure.Anonymous)));

    private static bool Grows(HistoryFacts history, FindingOptions options, Measure measure) =>
        RecordedGrowth.Of(history, measure) is { } growth && growth.To - growth.From >= options.MemoryGrowthBytes;
}
