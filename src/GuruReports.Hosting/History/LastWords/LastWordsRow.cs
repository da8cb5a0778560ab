namespace GuruReports.Hosting.History.LastWords;

/// <summary>What a process said of itself in its last second, or a later process reads of it.</summary>
internal sealed record LastWordsRow
{
    public required int ProcessId { get; init; }

    /// <summary>Gets when the process was started, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets when this was written, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets which boot of the machine the process ran in; empty where the system does not say.</summary>
    public required string Boot { get; init; }

    /// <summary>Gets whether the process ended as it should.</summary>
    public required bool HasEnded { get; init; }

    /// <summary>Gets the type of the exception that ended the process; null where none did that the runtime told.</summary>
    public string? Crash { get; init; }

    /// <summary>Gets how many processes the kernel had ended for want of memory, in the process's control group; null where that is not known.</summary>
    public required long? MemoryKills { get; init; }

    /// <summary>Gets the memory limit that was in force, in bytes; null without one.</summary>
    public long? MemoryLimit => float.IsFinite(Value(Measure.GroupMemoryLimit)) ? (long)Value(Measure.GroupMemoryLimit) : null;

    /// <summary>Gets a number for each measure; NaN for unknown.</summary>
    public required IReadOnlyList<float> Values { get; init; }

    /// <summary>Returns a number; NaN for unknown.</summary>
    public float Value(Measure measure) => (int)measure < Values.Count ? Values[(int)measure] : float.NaN;
}
