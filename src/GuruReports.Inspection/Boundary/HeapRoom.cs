namespace GuruReports.Inspection.Boundary;

/// <summary>
/// How much the managed heap may still grow. A heap that is full to the last byte for a moment, on whatever thread, has ended a process
/// ("Out of memory."), and a static table that could not be made is never made again: what can wait does not run where little is left.
/// </summary>
internal static class HeapRoom
{
    // Preparing and rehearsing allocate 6 MB together, in steps of a few hundred KB.
    private const long Least = 24 << 20;

    /// <summary>Gets whether there is room for what can wait. Costs a microsecond; any thread.</summary>
    public static bool IsEnough => GC.GetGCMemoryInfo(GCKind.Any).TotalAvailableMemoryBytes - GC.GetTotalMemory(forceFullCollection: false) >= Least;
}
