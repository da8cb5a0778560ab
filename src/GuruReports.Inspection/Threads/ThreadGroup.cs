namespace GuruReports.Inspection.Threads;

/// <summary>Holds threads that do the same: equal state, and equal frames of the service's own code; of the framework's where they have no other. Immutable.</summary>
public sealed record ThreadGroup
{
    /// <summary>Gets the threads, those that use most CPU first, then by managed id and OS id. Never empty.</summary>
    public required IReadOnlyList<CapturedThread> Threads { get; init; }

    /// <summary>Gets the kind, by which groups are ordered.</summary>
    public required ThreadGroupKind Kind { get; init; }

    /// <summary>Gets what the threads are doing.</summary>
    public ThreadActivity State { get; init; }

    /// <summary>Gets the state in a person's words, when all threads share it.</summary>
    public string? StateDetail { get; init; }

    /// <summary>Gets the role, when all threads share it; else <see cref="ThreadRole.Unknown"/>.</summary>
    public ThreadRole Role { get; init; }

    /// <summary>Gets the frames of the first thread, leaf first; those of the framework may be others in other threads.</summary>
    public IReadOnlyList<CapturedFrame> Frames { get; init; } = [];

    /// <summary>Gets the leaf-most frame of the service's own code; <see langword="null"/> when there is none.</summary>
    public CapturedFrame? UserFrame { get; init; }

    /// <summary>Gets the framework call that the service's code is waiting in (<c>Task.Wait</c>); <see langword="null"/> when the threads do not wait.</summary>
    public CapturedFrame? BlockingFrame { get; init; }

    /// <summary>Gets the sum of the threads' CPU shares; <see langword="null"/> when none is known.</summary>
    public double? CpuShare { get; init; }

    /// <summary>Gets the number of captures that were compared: 1 without a burst.</summary>
    public int Captures { get; init; } = 1;

    /// <summary>Gets in how many of <see cref="Captures"/> all these threads had these same frames.</summary>
    public int SameFrames { get; init; } = 1;

    /// <summary>Gets the CPU time that the threads used between the first and the last capture of a burst.</summary>
    public TimeSpan? CpuUsed { get; init; }
}
