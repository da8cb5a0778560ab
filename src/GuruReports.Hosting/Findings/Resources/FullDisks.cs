using GuruReports.Hosting.Facts.Resources;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Resources;

/// <summary>The file systems of a report that have no room: no bytes, no files, or nothing may be written.</summary>
internal static class FullDisks
{
    private const long Plenty = 5L << 30;
    private const long PlentyOfFiles = 10_000;

    /// <summary>Returns them, with all that is told of each.</summary>
    public static IEnumerable<IReadOnlyList<DiskFacts>> Find(Report report, FindingOptions options) => (report.Facts<ResourceFacts>()?.Disks ?? [])
        .Where(disk => LacksBytes(disk, options) || LacksFiles(disk, options) || RefusesWrites(disk))
        .GroupBy(static disk => new { disk.Mount, disk.Total, disk.Available })
        .Select(static group => (IReadOnlyList<DiskFacts>)[.. group]);

    /// <summary>Returns whether one of them is why writing failed.</summary>
    public static bool ExplainFailures(Report report, FindingOptions options) => Find(report, options).Any(static disks => disks.Any(static disk => disk.Purpose == DiskFacts.WritingFailed));

    public static bool LacksBytes(DiskFacts disk, FindingOptions options) =>
        disk is { Total: > 0 and var total, Available: { } available } && available < Plenty && available < total * options.FreeDiskShare;

    public static bool LacksFiles(DiskFacts disk, FindingOptions options) =>
        disk is { Inodes: > 0 and var all, InodesAvailable: { } left } && left < PlentyOfFiles && left < all * options.FreeDiskShare;

    // What a container may not write is often read-only by intent, until something tries.
    public static bool RefusesWrites(DiskFacts disk) => disk is { IsReadOnly: true, Purpose: DiskFacts.WritingFailed };
}
