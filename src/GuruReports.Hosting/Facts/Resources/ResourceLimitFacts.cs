namespace GuruReports.Hosting.Facts.Resources;

/// <summary>A resource limit of the process.</summary>
/// <param name="Name">The name as the kernel prints it (for example <c>Max open files</c>).</param>
/// <param name="Soft">The limit in force; null when unlimited.</param>
/// <param name="Hard">What the soft limit may be raised to; null when unlimited.</param>
/// <param name="Unit">The unit (for example <c>bytes</c>); empty when it has none.</param>
internal sealed record ResourceLimitFacts(string Name, long? Soft, long? Hard, string Unit);
