using GuruReports.Inspection.Processes;

namespace GuruReports.Hosting.History.Watching;

/// <summary>
/// Says from a row of the record whether memory, descriptors or processor time become short. What a report needs once (assemblies,
/// tables, compiled code) is had then or never, or slowly; a service that has plenty is spared it.
/// </summary>
/// <param name="memoryLimit">The memory that the control group gives, in bytes; null without a limit.</param>
/// <param name="heapLimit">The memory that the collector may use, in bytes; null where it is not known.</param>
/// <param name="descriptorLimit">How many descriptors the process may have; null where it is not known.</param>
internal sealed class Scarcity(double? memoryLimit, double? heapLimit, double? descriptorLimit)
{
    private const double Near = 0.6;
    private const double MuchTime = 0.3;

    /// <summary>Gets the limits of this process.</summary>
    /// <param name="memoryLimit">The memory that the control group gives, in bytes; null without a limit.</param>
    public static Scarcity OfProcess(long? memoryLimit) =>
        new(
            memoryLimit,
            GC.GetGCMemoryInfo().TotalAvailableMemoryBytes is > 0 and var bytes ? bytes : null,
            ResourceLimit.Parse(SystemFiles.Real.ReadText("/proc/self/limits")).FirstOrDefault(limit => limit.Name == ResourceLimit.OpenFiles)?.Hard);

    /// <summary>Returns whether one of them is near. Allocates nothing.</summary>
    /// <param name="row">The row of a second.</param>
    public bool IsNear(ReadOnlySpan<float> row) =>
        row[(int)Measure.Anonymous] > Near * memoryLimit
        || row[(int)Measure.Heap] > Near * heapLimit
        || row[(int)Measure.Descriptors] > Near * descriptorLimit
        || row[(int)Measure.Throttled] > MuchTime
        || row[(int)Measure.Paused] > MuchTime;
}
