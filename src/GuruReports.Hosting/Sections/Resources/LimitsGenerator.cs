using GuruReports.Inspection.Processes;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Resources;

/// <summary>The limits that the system sets the process.</summary>
internal sealed class LimitsGenerator : IProcessWideGenerator
{
    private readonly SystemFiles _files;

    public LimitsGenerator()
        : this(SystemFiles.Real)
    {
    }

    internal LimitsGenerator(SystemFiles files) => _files = files;

    /// <inheritdoc/>
    public string Title => "Limits";

    /// <inheritdoc/>
    public ReportSection Generate(ReportContext context)
    {
        if (!OperatingSystem.IsLinux())
        {
            return new ReportSection { Title = Title, Status = SectionStatus.Unavailable, Reason = "limits are read from /proc, which this system does not have" };
        }

        // Limits that are not set are the rule: only those that are need to be read.
        var limits = ResourceLimit.Parse(_files.ReadText(ResourceLimit.Path));
        var rows = limits.Where(static limit => limit.Soft is not null || limit.Hard is not null).Select(Row).ToList();
        return new ReportSection
        {
            Title = Title,
            Summary = $"{Measures.Count(rows.Count, "limit")} of {limits.Count} set",
            Value = rows.Count == 0 ? null : new ReportTable(["Limit", "In force", "At most", "Unit"], rows),
        };
    }

    private static IReadOnlyList<ReportValue> Row(ResourceLimit limit) =>
        [limit.Name, Value(limit.Soft, limit.Unit), Value(limit.Hard, limit.Unit), limit.Unit.Length > 0 ? limit.Unit : "-"];

    private static ReportValue Value(long? limit, string unit) => limit switch
    {
        null => new ReportText("unlimited"),
        { } bytes when unit == "bytes" => new ReportSize(bytes),
        { } number => number,
    };
}
