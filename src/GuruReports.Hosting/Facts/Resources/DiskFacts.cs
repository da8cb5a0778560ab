namespace GuruReports.Hosting.Facts.Resources;

/// <summary>The disk below a directory.</summary>
/// <param name="Purpose">What the directory is for (for example <c>report directory</c>).</param>
/// <param name="Path">The directory.</param>
/// <param name="Total">The size of the file system in bytes; null when unknown.</param>
/// <param name="Available">The bytes that the process may still write; null when unknown.</param>
/// <param name="Format">The kind of file system (for example <c>ext4</c>); null when unknown.</param>
/// <param name="Problem">Why the numbers are unknown; null when they are not.</param>
internal sealed record DiskFacts(string Purpose, string Path, long? Total, long? Available, string? Format = null, string? Problem = null);
