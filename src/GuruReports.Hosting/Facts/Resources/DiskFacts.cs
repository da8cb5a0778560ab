namespace GuruReports.Hosting.Facts.Resources;

/// <summary>The disk below a directory.</summary>
/// <param name="Purpose">What the directory is for (for example <c>report directory</c>).</param>
/// <param name="Path">The directory, or the file that could not be written to.</param>
/// <param name="Total">The size of the file system in bytes; null when unknown.</param>
/// <param name="Available">The bytes that the process may still write; null when unknown.</param>
/// <param name="Format">The kind of file system (for example <c>ext4</c>); null when unknown.</param>
/// <param name="Problem">Why the numbers are unknown; null when they are not.</param>
internal sealed record DiskFacts(string Purpose, string Path, long? Total, long? Available, string? Format = null, string? Problem = null)
{
    /// <summary>What a directory is for where a write failed.</summary>
    public const string WritingFailed = "where writing failed";

    /// <summary>Gets where the file system is mounted; null when unknown.</summary>
    public string? Mount { get; init; }

    /// <summary>Gets how many files it can have; null when that is unknown or not limited.</summary>
    public long? Inodes { get; init; }

    /// <summary>Gets how many more files can be made; null when unknown.</summary>
    public long? InodesAvailable { get; init; }

    /// <summary>Gets whether nothing can be written to it.</summary>
    public bool IsReadOnly { get; init; }
}
