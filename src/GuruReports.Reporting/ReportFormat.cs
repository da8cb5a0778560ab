namespace GuruReports.Reporting;

/// <summary>The formats in which a report can be shown.</summary>
public enum ReportFormat
{
    /// <summary>Text for a person.</summary>
    Text,

    /// <summary>One JSON document with a <c>schemaVersion</c>.</summary>
    Json,

    /// <summary>One well-formed XML document.</summary>
    Xml,

    /// <summary>One self-contained HTML page.</summary>
    Html,
}
