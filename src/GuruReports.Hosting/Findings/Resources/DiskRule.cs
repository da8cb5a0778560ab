using GuruReports.Hosting.Facts.Resources;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Hosting.Findings.Service;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Resources;

/// <summary>GURU021: a disk that the service writes to is full, of bytes or of files, or where writing failed it cannot be written to.</summary>
internal sealed class DiskRule(FindingOptions options) : IFindingRule
{
    private const long Full = 50L << 20;
    private const long FullOfFiles = 100;
    private const int MostTypes = 3;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        foreach (var disks in FullDisks.Find(report, options))
        {
            var disk = disks[0];
            var hasFailed = disks.Any(static place => place.Purpose == DiskFacts.WritingFailed);
            yield return new Finding
            {
                Id = FindingIds.DiskFull,
                Name = "DISK FULL",
                Severity = IsUsedUp(disk) ? FindingSeverity.Critical : FindingSeverity.Warning,
                Summary = Summarize(disk, hasFailed),
                Evidence = [.. disks.Select(static place => $"{place.Purpose}: {place.Path}"), .. hasFailed ? Failures(report) : []],
                Advice = Advice(disk),
                Weight = hasFailed ? 73 : 52,
            };
        }
    }

    private bool IsUsedUp(DiskFacts disk) =>
        (FullDisks.LacksBytes(disk, options) && disk.Available <= Full) || (FullDisks.LacksFiles(disk, options) && disk.InodesAvailable <= FullOfFiles) || FullDisks.RefusesWrites(disk);

    private string Summarize(DiskFacts disk, bool hasFailed)
    {
        var where = hasFailed ? "where writing failed" : "where the service writes";
        var mount = disk.Mount is { } point ? $": {point}{(disk.Format is { } format ? $" ({format})" : "")}" : "";
        return FullDisks.LacksBytes(disk, options) ? $"{Measures.Size(disk.Available!.Value)} of {Measures.Size(disk.Total!.Value)} are free {where}{mount}"
            : FullDisks.LacksFiles(disk, options) ? $"no more files can be made {where}, but {Measures.Grouped(disk.InodesAvailable!.Value)} of {Measures.Grouped(disk.Inodes!.Value)}, though {Measures.Size(disk.Available ?? 0)} are free{mount}"
            : $"nothing can be written {where}: the file system is mounted read-only{mount}";
    }

    private string Advice(DiskFacts disk) =>
        FullDisks.LacksBytes(disk, options) ? "Make room or move the directory; logs and deleted files that are still open are the usual suspects."
        : FullDisks.LacksFiles(disk, options) ? "Delete files, however small: the file system has no inode left (df -i)."
        : "See why it is mounted so: by intent, or by the kernel after errors of the disk (dmesg).";

    private static IEnumerable<string> Failures(Report report) => (report.Facts<ExceptionFacts>()?.Types ?? [])
        .Where(static type => type.Kind is FailureKind.DiskFull)
        .OrderBy(static type => type.IsWrapped).ThenByDescending(static type => type.Count)
        .Take(MostTypes)
        .SelectMany(FailureWords.Describe);
}
