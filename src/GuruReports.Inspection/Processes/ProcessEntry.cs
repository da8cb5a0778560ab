namespace GuruReports.Inspection.Processes;

/// <summary>A process with its children.</summary>
internal sealed record ProcessEntry
{
    public required ProcessStat Stat { get; init; }

    /// <summary>Gets the user's name, or its number where no name is known; null when unknown.</summary>
    public string? User { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public TimeSpan? CpuTime { get; init; }

    public long? Resident { get; init; }

    /// <summary>Gets the command and its arguments, not redacted; empty when unknown, as for a zombie.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Gets the numbers of the real, effective, saved and file system user; empty when unknown.</summary>
    public IReadOnlyList<int> UserIds { get; init; } = [];

    /// <summary>Gets the numbers of the real, effective, saved and file system group; empty when unknown.</summary>
    public IReadOnlyList<int> GroupIds { get; init; } = [];

    /// <summary>The call on a pipe that it is blocked in; null when it is in none or that is not known.</summary>
    public PipeWait? BlockedOn { get; init; }

    /// <summary>Gets the children by identifier.</summary>
    public IReadOnlyList<ProcessEntry> Children { get; init; } = [];
}
