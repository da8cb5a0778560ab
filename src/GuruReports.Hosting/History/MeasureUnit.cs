namespace GuruReports.Hosting.History;

/// <summary>In what a measure is counted.</summary>
internal enum MeasureUnit
{
    /// <summary>Processors in use: 1.5 is one and a half.</summary>
    Processors,

    /// <summary>A part of the time, 0 to 1.</summary>
    Share,

    Bytes,

    BytesPerSecond,

    Count,

    PerSecond,

    Milliseconds,

    Seconds,
}
