namespace GuruReports.Hosting.Sections.Package;

/// <summary>A loaded assembly.</summary>
/// <param name="Name">The simple name.</param>
/// <param name="Version">The assembly version.</param>
/// <param name="Path">Where it was loaded from; null for one in memory or inside a single file.</param>
/// <param name="Context">The name of its load context.</param>
/// <param name="IsFramework">Whether it came with the runtime.</param>
internal sealed record LoadedAssembly(string Name, string Version, string? Path, string Context, bool IsFramework);
