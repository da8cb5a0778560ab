namespace GuruReports.Inspection.Snapshot.Model.Pool;

/// <summary>Timers with the same callback and period.</summary>
internal sealed record TimerGroup
{
    /// <summary>The method that they call.</summary>
    public required string Callback { get; init; }

    /// <summary>The type of the state object; null when there is none.</summary>
    public string? StateType { get; init; }

    /// <summary>The period in milliseconds; null when they fire once.</summary>
    public long? PeriodMilliseconds { get; init; }

    /// <summary>How many there are.</summary>
    public required int Count { get; init; }

    /// <summary>How many are overdue; null when unknown.</summary>
    public int? Overdue { get; init; }

    /// <summary>Time until the first is due, in milliseconds, negative when overdue; null when unknown.</summary>
    public long? EarliestDueMilliseconds { get; init; }

    /// <summary>Time until the last is due, in milliseconds; null when unknown.</summary>
    public long? LatestDueMilliseconds { get; init; }
}
