namespace GuruReports.Inspection.Snapshot.Model;

/// <summary>The time that one stage of the analysis took.</summary>
internal sealed record StageTiming
{
    /// <summary>The name of the stage.</summary>
    public required string Stage { get; init; }

    /// <summary>Its time, in milliseconds.</summary>
    public required double Milliseconds { get; init; }
}
