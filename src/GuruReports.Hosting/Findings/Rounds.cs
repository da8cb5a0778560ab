using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Findings;

/// <summary>Tells who goes round from who stands: what is waited for now is much younger than the work that waits.</summary>
internal static class Rounds
{
    private const int Times = 10;
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(5);

    /// <summary>Says by what these are seen to go round; null where they are not, or that is not known.</summary>
    public static string? Of(IReadOnlyCollection<WaitNode> nodes, TimeSpan? oldest)
    {
        if (!(oldest >= s_long))
        {
            return null;
        }

        var waits = nodes.Select(static node => WaitOf(node)).ToList();
        var longest = waits.MaxBy(static wait => wait?.Milliseconds);
        return waits.Contains(null) || longest is null || longest.Milliseconds * Times > oldest.Value.TotalMilliseconds ? null
            : $"they go round: the {longest.What}, the oldest of these requests has been there for {Measures.Duration(oldest.Value)}";
    }

    private static Wait? WaitOf(WaitNode node)
    {
        if (node.Chain is { Awaits: { Kind: AwaitKind.Delay, Details: { Count: > 0 } details } awaited } && awaited.DistinctDetails <= details.Count)
        {
            return details.All(static detail => detail.LastsMilliseconds is not null) && details.Max(static detail => detail.LastsMilliseconds) is { } lasts
                ? new Wait(lasts, $"delay that they wait for takes {Measures.Duration(TimeSpan.FromMilliseconds(lasts))}") : null;
        }

        var calls = node.WaitsFor.Select(static edge => edge.To.Subject).OfType<OutgoingCall>().ToList();
        return calls.Count > 0 && calls.TrueForAll(static call => call.OldestMilliseconds is not null) && calls.Max(static call => call.OldestMilliseconds) is { } age
            ? new Wait(age, $"call out that they wait for began {Measures.Duration(TimeSpan.FromMilliseconds(age))} ago") : null;
    }

    private sealed record Wait(long Milliseconds, string What);
}
