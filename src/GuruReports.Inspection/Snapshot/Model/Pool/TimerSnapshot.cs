namespace GuruReports.Inspection.Snapshot.Model.Pool;

/// <summary>The timers of the process.</summary>
internal sealed record TimerSnapshot
{
    /// <summary>Active timers.</summary>
    public required int Count { get; init; }

    /// <summary>Timers whose time has passed by more than 100 ms without a call; null when unknown.</summary>
    public int? Overdue { get; init; }

    /// <summary>The timers by callback and period, largest group first.</summary>
    public IReadOnlyList<TimerGroup> Groups { get; init; } = [];

    /// <summary>Groups left out of <see cref="Groups"/>.</summary>
    public int OmittedGroups { get; init; }
}
