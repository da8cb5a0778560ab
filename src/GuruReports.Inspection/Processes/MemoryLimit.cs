namespace GuruReports.Inspection.Processes;

/// <summary>A memory limit that holds for this process and how much of it is left.</summary>
/// <param name="Source">What sets it: a control group's path, or the machine.</param>
/// <param name="Limit">The limit in bytes.</param>
/// <param name="Free">What can still be taken, reclaimable file cache included, in bytes.</param>
/// <param name="KillsWholeGroup">True when running out ends every process of the group, the service too (memory.oom.group).</param>
internal sealed record MemoryLimit(string Source, long Limit, long Free, bool KillsWholeGroup);
