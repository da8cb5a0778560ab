using GuruReports.Hosting.Facts.Resources;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Resources;

/// <summary>GURU021: a disk that the service writes to is full.</summary>
internal sealed class DiskRule(FindingOptions options) : IFindingRule
{
    private const long Plenty = 5L << 30;
    private const long Full = 50L << 20;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        foreach (var disks in (report.Facts<ResourceFacts>()?.Disks ?? []).Where(IsFull).GroupBy(disk => (disk.Total, disk.Available)))
        {
            var disk = disks.First();
            yield return new Finding
            {
                Id = FindingIds.DiskFull,
                Name = "DISK FULL",
                Severity = disk.Available <= Full ? FindingSeverity.Critical : FindingSeverity.Warning,
                Summary = $"{Measures.Size(disk.Available!.Value)} of {Measures.Size(disk.Total!.Value)} are free where the service writes",
                Evidence = [.. disks.Select(place => $"{place.Purpose}: {place.Path}")],
                Advice = "Make room or move the directory; logs and deleted files that are still open are the usual suspects.",
                Weight = 52,
            };
        }
    }

    private bool IsFull(DiskFacts disk) =>
        disk is { Total: > 0 and var total, Available: { } available } && available < Plenty && available < total * options.FreeDiskShare;
}
