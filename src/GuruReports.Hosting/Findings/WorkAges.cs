using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Findings;

/// <summary>For how long the work that threads and chains are there for has stood.</summary>
internal static class WorkAges
{
    /// <summary>Returns how long the work that the thread does has stood; null when unknown.</summary>
    public static TimeSpan? Of(CapturedThread thread) => AgeOf(thread.WorksFor);

    /// <summary>Returns how long the oldest work that waits in the chain has stood; null when unknown.</summary>
    public static TimeSpan? Of(AsyncChain chain) => (chain.WorksFor ?? []).Max(AgeOf);

    /// <summary>Returns whether the chain is only of work that lives as long as its client wants: streams, connections.</summary>
    public static bool IsStream(AsyncChain chain) =>
        chain.WorksFor is { Count: > 0 } work && work.All(share => share.Kind is WorkKind.Stream or WorkKind.Connection);

    private static TimeSpan? AgeOf(WorkShare? work) => work?.OldestMilliseconds is { } age ? TimeSpan.FromMilliseconds(age) : null;
}
