namespace GuruReports.Inspection.Threads;

/// <summary>Holds every thread of this process at one moment. Immutable; safe to hand to other threads.</summary>
public sealed record ThreadCapture
{
    /// <summary>Gets the way in which the stacks were taken.</summary>
    public required ThreadCaptureMethod Method { get; init; }

    /// <summary>Gets why there are no stacks; <see langword="null"/> when there are.</summary>
    public string? UnavailableReason { get; init; }

    /// <summary>Gets the moment (UTC) at which the capture began.</summary>
    public required DateTimeOffset CapturedAt { get; init; }

    /// <summary>Gets how long the whole capture took, names and lines included.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Gets how long managed threads were suspended, at most; <see langword="null"/> when it is not known.</summary>
    public TimeSpan? Paused { get; init; }

    /// <summary>Gets the time over which <see cref="CapturedThread.CpuShare"/> was measured.</summary>
    public TimeSpan? CpuWindow { get; init; }

    /// <summary>Gets all threads, managed and native, ordered by managed thread id, then by OS thread id.</summary>
    public IReadOnlyList<CapturedThread> Threads { get; init; } = [];

    /// <summary>Gets the mutexes shared with other processes that threads wait for.</summary>
    internal IReadOnlyList<NamedMutex> NamedMutexes { get; init; } = [];

    /// <summary>Gets how many code addresses were not looked up before the deadline; their frames say so.</summary>
    public int UnresolvedAddresses { get; init; }

    /// <summary>Gets what was left out and which ways were tried before this one, in whole sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
