using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Threads;

namespace GuruReports.Hosting.Findings.Graph;

/// <summary>Somebody who waits, or something that is waited for.</summary>
/// <param name="number">Its place among the nodes of its graph.</param>
/// <param name="kind">What it is.</param>
/// <param name="subject">The thread, chain, lock, … as the report has it; null for a thread that was not captured.</param>
internal sealed class WaitNode(int number, WaitNodeKind kind, object? subject)
{
    private List<WaitEdge>? _waitsFor;
    private List<WaitEdge>? _waitedBy;

    public int Number => number;

    public WaitNodeKind Kind => kind;

    public object? Subject => subject;

    /// <summary>Gets how much of what it waits for has to stand until it stands itself, 0 to 1; 0 where each alone holds it up.</summary>
    public double Needs { get; init; }

    /// <summary>Gets what it waits for.</summary>
    public IReadOnlyList<WaitEdge> WaitsFor => (IReadOnlyList<WaitEdge>?)_waitsFor ?? [];

    /// <summary>Gets who waits for it.</summary>
    public IReadOnlyList<WaitEdge> WaitedBy => (IReadOnlyList<WaitEdge>?)_waitedBy ?? [];

    /// <summary>Gets or sets how much <see cref="WaitsFor"/> stands for, with what nobody is known for.</summary>
    public int Alternatives { get; set; }

    public CapturedThread? Thread => subject as CapturedThread;

    public AsyncChain? Chain => subject as AsyncChain;

    /// <summary>Gets whether it goes on when one of several things happens.</summary>
    public bool HasAlternative { get; } = subject is AsyncChain chain && Chains.HasAlternative(chain);

    /// <summary>Gets how many it stands for: the stacks of a chain.</summary>
    public int Count => Chain?.Count ?? 1;

    /// <summary>Adds an edge to both of its ends.</summary>
    public static void Add(WaitEdge edge)
    {
        (edge.From._waitsFor ??= new List<WaitEdge>(2)).Add(edge);
        (edge.To._waitedBy ??= []).Add(edge);
        edge.From.Alternatives += edge.Count;
    }
}
