namespace GuruReports.Inspection.Boundary;

/// <summary>
/// How much the managed heap may still grow. A heap that is full to the last byte for a moment, on whatever thread, has ended a process
/// ("Out of memory."), and a static table that could not be made is never made again: what can wait does not run where little is left.
/// </summary>
internal static class HeapRoom
{
    // Preparing and rehearsing allocate 6 MB together, in steps of a few hundred KB.
    private const long Least = 24 << 20;

    // Asked once: the answer is an object.
    private static readonly long s_most = GC.GetGCMemoryInfo(GCKind.Any).TotalAvailableMemoryBytes;

    /// <summary>Gets whether there is room for what can wait. Allocates nothing; any thread.</summary>
    public static bool IsEnough => Left >= Least;

    /// <summary>Gets whether half of it is used, or what is left will soon not be enough. Allocates nothing; any thread.</summary>
    public static bool IsShrinking => Left < Math.Max(s_most / 2, 2 * Least);

    private static long Left => s_most - GC.GetTotalMemory(forceFullCollection: false);
}
