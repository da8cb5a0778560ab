namespace GuruReports.Hosting.Telemetry;

/// <summary>What came of a report.</summary>
internal enum ReportOutcome
{
    /// <summary>Code asked for it and has it.</summary>
    Captured,

    /// <summary>All destinations took it.</summary>
    Written,

    /// <summary>Some destinations took it.</summary>
    PartlyWritten,

    /// <summary>No destination took it.</summary>
    Lost,
}
