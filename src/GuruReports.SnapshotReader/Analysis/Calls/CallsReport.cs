using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.SnapshotReader.Analysis.Memory;

namespace GuruReports.SnapshotReader.Analysis.Calls;

/// <summary>Makes the result: equal calls together.</summary>
internal static class CallsReport
{
    private const int MostIds = 20;

    public static CallsSnapshot Make(Image image, IEnumerable<CallFound> calls, List<LibraryPool> pools, int mostPools)
    {
        var groups = calls.GroupBy(static call => (call.Library, call.Name, call.State)).Select(static group => new OutgoingCall
        {
            Library = group.Key.Library,
            Name = group.Key.Name,
            State = group.Key.State,
            Count = group.Count(),
            OldestMilliseconds = group.Max(static call => call.Age),
            Sockets = [.. group.Where(static call => call.Age is null && call.Sockets.Count is > 0 and <= MostIds).Select(static call => call.Sockets).Take(MostIds)],
            Chains = [.. group.Select(static call => call.Chain?.Id).OfType<int>().Distinct().Order().Take(MostIds)],
            Threads = [.. group.Select(static call => call.Thread).OfType<int>().Distinct().Order().Take(MostIds)],
        }).OrderByDescending(static call => call.OldestMilliseconds ?? -1).ThenByDescending(static call => call.Count).ThenBy(static call => call.Name, StringComparer.Ordinal).ToList();
        return new CallsSnapshot
        {
            Calls = [.. groups.Take(image.Request.MaximumGroups)],
            OmittedCalls = groups.Skip(image.Request.MaximumGroups).Sum(static call => call.Count),
            Pools = [.. pools.OrderByDescending(static pool => pool.Waiting ?? 0).ThenByDescending(static pool => pool.InUse).ThenBy(static pool => pool.Address).Take(mostPools)],
            OmittedPools = Math.Max(0, pools.Count - mostPools),
        };
    }
}
