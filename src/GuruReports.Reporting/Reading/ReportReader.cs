using GuruReports.Reporting.Model;

namespace GuruReports.Reporting.Reading;

/// <summary>Reads the outer part of the document: identity, findings, sections, notes.</summary>
internal static class ReportReader
{
    public static Report Read(JsonPlace root)
    {
        var version = root.Member("schemaVersion").Integer();
        if (version > Report.SchemaVersion)
        {
            throw new NotSupportedException($"The report has version {version} of the schema; this library reads up to {Report.SchemaVersion}");
        }

        return version < 1 ? throw root.Member("schemaVersion").Wrong("is no version") : new Report
        {
            Id = root.Member("id").Text(),
            Reason = root.Member("reason").Text(),
            Requests = root.Member("requests").Integer(),
            CreatedAt = root.Member("createdAt").Time(),
            Duration = root.Member("durationSeconds").Seconds(),
            Paused = root.Optional("pausedSeconds")?.Seconds(),
            CollectorPaused = root.Optional("collectorPausedSeconds")?.Seconds(),
            Service = Service(root.Member("service")),
            Findings = root.Member("findings").Each(Finding),
            Sections = root.Member("sections").Each(Section),
            Notes = Texts(root, "notes"),
        };
    }

    /// <summary>Reads an array of texts.</summary>
    public static IReadOnlyList<string> Texts(JsonPlace place, string member) => place.Member(member).Each(text => text.Text());

    private static ServiceIdentity Service(JsonPlace place) => new()
    {
        Name = place.Member("name").Text(),
        Version = place.Optional("version")?.Text(),
        ProcessId = place.Member("processId").Integer(),
        MachineName = place.Member("machineName").Text(),
        Uptime = place.Member("uptimeSeconds").Seconds(),
    };

    private static Finding Finding(JsonPlace place) => new()
    {
        Id = place.Member("id").Text(),
        Name = place.Member("name").Text(),
        Severity = place.Member("severity").Word<FindingSeverity>(),
        Certainty = place.Member("certainty").Word<FindingCertainty>(),
        Summary = place.Member("summary").Text(),
        Evidence = Texts(place, "evidence"),
        Advice = place.Optional("advice")?.Text(),
        Since = place.Optional("since")?.Time(),
        Weight = place.Member("weight").Integer(),
    };

    private static ReportSection Section(JsonPlace place) => new()
    {
        Title = place.Member("title").Text(),
        Host = place.Optional("host")?.Text(),
        Status = place.Member("status").Word<SectionStatus>(),
        Reason = place.Optional("reason")?.Text(),
        Duration = place.Member("durationSeconds").Seconds(),
        Summary = place.Optional("summary")?.Text(),
        Value = place.Optional("value") is { } value ? ValueReader.Read(value) : null,
    };
}
