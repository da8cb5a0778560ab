using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Threads;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Service;

/// <summary>Where the code of a hosted service stands.</summary>
/// <param name="Threads">The threads with code of it on their stacks.</param>
/// <param name="Chains">The asynchronous chains with code of it.</param>
internal sealed record ServicePlace(IReadOnlyList<CapturedThread> Threads, IReadOnlyList<AsyncChain> Chains)
{
    private const int Most = 3;

    /// <summary>Gets whether nothing of the service is on a stack.</summary>
    public bool IsEmpty => Threads.Count == 0 && !Chains.Any(static chain => Findings.Chains.OwnFrame(chain) is not null);

    /// <summary>Returns the numbers of its nodes in the wait graph.</summary>
    public IReadOnlyList<int> Numbers(Report report) => WaitGraph.Of(report).Numbers(Threads, Chains);

    /// <summary>Says where, as lines of evidence.</summary>
    public IEnumerable<string> Describe() =>
    [
        .. Place.Describe(Place.GroupByOwnCode(Threads)),
        .. Chains.Take(Most).SelectMany(Findings.Chains.Describe),
    ];
}
