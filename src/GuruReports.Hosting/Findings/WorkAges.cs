using System.Runtime.CompilerServices;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Work;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Findings;

/// <summary>For which work threads and chains stand, and since when; made once for all rules.</summary>
internal sealed class WorkAges
{
    private static readonly ConditionalWeakTable<StackIndex, WorkAges> s_known = [];
    private readonly Dictionary<int, WorkGroup> _byThread = [];
    private readonly Dictionary<int, WorkGroup> _byChain = [];

    private WorkAges(StackIndex index)
    {
        // The oldest come first.
        foreach (var group in index.Snapshot?.Work?.Groups ?? [])
        {
            foreach (var thread in group.Threads)
            {
                _byThread.TryAdd(thread, group);
            }

            foreach (var chain in group.Chains)
            {
                _byChain.TryAdd(chain, group);
            }
        }
    }

    public static WorkAges Of(StackIndex index) => s_known.GetValue(index, static added => new WorkAges(added));

    /// <summary>Returns how long the oldest work of this kind has stood at the thread's place; null when unknown.</summary>
    public TimeSpan? Of(CapturedThread thread) => thread.ManagedThreadId is { } id ? AgeOf(_byThread.GetValueOrDefault(id)) : null;

    /// <summary>Returns how long the oldest work of this kind has waited in the chain; null when unknown.</summary>
    public TimeSpan? Of(AsyncChain chain) => AgeOf(_byChain.GetValueOrDefault(chain.Id));

    /// <summary>Returns whether the chain is of work that lives as long as its client wants: a stream, a connection.</summary>
    public bool IsStream(AsyncChain chain) => _byChain.GetValueOrDefault(chain.Id)?.Kind is WorkKind.Stream or WorkKind.Connection;

    private static TimeSpan? AgeOf(WorkGroup? group) => group?.OldestMilliseconds is { } age ? TimeSpan.FromMilliseconds(age) : null;
}
