namespace GuruReports.Inspection.Snapshot.Model.Async;

/// <summary>The pending async methods.</summary>
internal sealed record AsyncSnapshot
{
    /// <summary>The count of async methods that have begun and not ended.</summary>
    public required int PendingMethods { get; init; }

    /// <summary>The count of tasks that have begun and not ended, those of async methods among them, and of async methods that no task stands for.</summary>
    public int PendingTasks { get; init; }

    /// <summary>How many of <see cref="PendingTasks"/> are of a kind that is known and wait for something that is known.</summary>
    public int ExplainedTasks { get; init; }

    /// <summary>The count of logical stacks: ways from a method that awaits something else to a method that nothing awaits.</summary>
    public required int LogicalStacks { get; init; }

    /// <summary>Equal logical stacks grouped, largest group first.</summary>
    public IReadOnlyList<AsyncChain> Chains { get; init; } = [];

    /// <summary>Groups left out of <see cref="Chains"/>.</summary>
    public int OmittedChains { get; init; }

    /// <summary>Async methods that await each other in a circle.</summary>
    public IReadOnlyList<AwaitCycle> Cycles { get; init; } = [];

    /// <summary>Async methods that ended with an exception that nobody has looked at yet, most frequent first.</summary>
    public IReadOnlyList<FaultedTask> Faulted { get; init; } = [];

    /// <summary>Pools and limiters in whose code async methods or threads wait, those with most waiters first.</summary>
    public IReadOnlyList<WaitedPool> Pools { get; init; } = [];

    /// <summary>The share of the heap that was searched, 0 to 1.</summary>
    public double WalkedShare { get; init; } = 1;
}
