using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Findings.Graph;

/// <summary>Who has likely entered a semaphore, which does not record it: who stands farther on in a method whose beginning others wait at.</summary>
internal static class Insiders
{
    public static IEnumerable<AsyncChain> Of(WaitGraph graph, WaitNode semaphore)
    {
        var waiting = semaphore.WaitedBy.Select(static edge => edge.From.Chain).OfType<AsyncChain>().ToHashSet();
        var beginnings = waiting.Select(Chains.OwnFrame).OfType<AsyncFrame>()
            .GroupBy(static frame => frame.Method, StringComparer.Ordinal).ToDictionary(static method => method.Key, static method => method.Min(static frame => frame.Line), StringComparer.Ordinal);
        return beginnings.Count == 0 ? []
            : graph.Chains.Where(chain => !waiting.Contains(chain) && Blame.Frames(chain.Frames).Any(frame => beginnings.TryGetValue(frame.Method, out var line) && !(frame.Line < line)));
    }
}
