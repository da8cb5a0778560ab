using GuruReports.Inspection.Processes;

namespace GuruReports.Hosting.Facts.Resources;

/// <summary>A process with its children.</summary>
internal sealed record ProcessNodeFacts
{
    /// <summary>Gets the process identifier.</summary>
    public required int Id { get; init; }

    /// <summary>Gets the identifier of the parent.</summary>
    public required int ParentId { get; init; }

    /// <summary>Gets the short name that the kernel keeps.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the state in words (for example <c>sleeping</c>, <c>zombie</c>).</summary>
    public required string State { get; init; }

    /// <summary>Gets the user's name, or the number where the name is unknown; null when unknown.</summary>
    public string? User { get; init; }

    /// <summary>Gets when the process started; null when unknown.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Gets the number of threads; null when unknown.</summary>
    public int? Threads { get; init; }

    /// <summary>Gets the physical memory in bytes; null when unknown.</summary>
    public long? Resident { get; init; }

    /// <summary>Gets the CPU time used; null when unknown.</summary>
    public TimeSpan? CpuTime { get; init; }

    /// <summary>Gets the call on a pipe that it is blocked in; null when it is in none or that cannot be seen.</summary>
    public PipeWait? BlockedOn { get; init; }

    /// <summary>Gets the children by identifier.</summary>
    public IReadOnlyList<ProcessNodeFacts> Children { get; init; } = [];
}
