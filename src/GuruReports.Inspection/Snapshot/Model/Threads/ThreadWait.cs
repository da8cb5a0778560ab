using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Snapshot.Model.Threads;

/// <summary>What a blocked thread waits for.</summary>
internal sealed record ThreadWait
{
    /// <summary>The kind of the wait.</summary>
    public required WaitKind Kind { get; init; }

    /// <summary>The address of the object waited for; null when unknown.</summary>
    public ulong? Address { get; init; }

    /// <summary>The type of the object waited for; null when unknown.</summary>
    public string? TypeName { get; init; }

    /// <summary>The managed id of the thread that holds it, whose end is waited for, or that runs the callback waited for; null when unknown or nobody does.</summary>
    public int? OwnerManagedId { get; init; }

    /// <summary>For a wait on the task of an async method: that method; null otherwise.</summary>
    public AsyncFrame? Task { get; init; }

    /// <summary>For a wait on a task: the <see cref="AsyncChain.Id"/> of a chain that it waits for; null when none was found.</summary>
    public int? ChainId { get; init; }

    /// <summary>For a wait on a task: what the task itself waits for in the end; null when not a task.</summary>
    public AwaitTarget? Target { get; init; }
}
