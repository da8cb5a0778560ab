using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Snapshot.Model.Async;

/// <summary>Equal logical stacks of async methods.</summary>
internal sealed record AsyncChain
{
    /// <summary>Identifies the chain within the result.</summary>
    public required int Id { get; init; }

    /// <summary>How many logical stacks are equal to this one.</summary>
    public required int Count { get; init; }

    /// <summary>The frames, innermost first: the first one stands at the await of <see cref="Awaits"/>.</summary>
    public required IReadOnlyList<AsyncFrame> Frames { get; init; }

    /// <summary>Frames left out of a very long stack, behind the first 150.</summary>
    public int OmittedFrames { get; init; }

    /// <summary>What it awaits in the end.</summary>
    public required AwaitTarget Awaits { get; init; }

    /// <summary>Addresses of a few innermost state machines.</summary>
    public IReadOnlyList<ulong> Examples { get; init; } = [];

    /// <summary>The managed ids of threads that are blocked until one of these stacks ends.</summary>
    public IReadOnlyList<int> BlockedThreads { get; init; } = [];

    /// <summary>The managed ids of threads without which these stacks do not go on: they run what is awaited, or occupy the context or scheduler that a method needs.</summary>
    public IReadOnlyList<int> HeldUpBy { get; init; } = [];

    /// <summary>The work that these stacks are there for, most frequent first, at most three names; null when none is known.</summary>
    public IReadOnlyList<WorkShare>? WorksFor { get; init; }

    /// <summary>How many names are left out of <see cref="WorksFor"/>.</summary>
    public int OmittedWork { get; init; }
}
