using System.Globalization;
using GuruReports.Inspection.Threads.Allocations;

namespace GuruReports.Inspection.CoreClr.Sampling;

/// <summary>The runtime's numbers of why a collection begins (dotnet/runtime, gc.h, gc_reason).</summary>
internal static class CollectionReasons
{
    private static readonly (CollectionReason Reason, string Words)[] Numbers =
    [
        (CollectionReason.SmallObjects, "enough small objects were allocated"),
        (CollectionReason.Induced, "code asked for it"),
        (CollectionReason.LowMemory, "memory is low"),
        (CollectionReason.Unknown, "no reason"),
        (CollectionReason.LargeObjects, "enough large objects were allocated"),
        (CollectionReason.NoSpace, "no space for a small object"),
        (CollectionReason.NoSpace, "no space for a large object"),
        (CollectionReason.Induced, "code asked for it, if it is worth it"),
        (CollectionReason.Planned, "a test of the runtime (GCStress)"),
        (CollectionReason.LowMemory, "memory is low"),
        (CollectionReason.Induced, "code asked for it, compacting"),
        (CollectionReason.LowMemory, "the host says that memory is low"),
        (CollectionReason.Planned, "a compacting collection that was due"),
        (CollectionReason.LowMemory, "the host says that memory is low"),
        (CollectionReason.Planned, "the collector's own plan"),
        (CollectionReason.Planned, "the collector's own plan"),
        (CollectionReason.Planned, "the collector's own plan"),
        (CollectionReason.Induced, "code asked for it, aggressively"),
    ];

    /// <summary>Returns the reason, and how it is said.</summary>
    public static (CollectionReason Reason, string Words) Of(uint number) =>
        number < Numbers.Length ? Numbers[number] : (CollectionReason.Unknown, string.Create(CultureInfo.InvariantCulture, $"reason {number}, which is not known here"));
}
