using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Findings;

/// <summary>Tells asynchronous chains of a snapshot as evidence.</summary>
internal static class Chains
{
    /// <summary>Returns the innermost frame of the service's own projects, or of packages where there is none of those; null for framework code alone.</summary>
    public static AsyncFrame? OwnFrame(AsyncChain chain) => Blame.First(chain.Frames);

    /// <summary>
    /// Returns the innermost frame of the service's own source. Where the service has symbols, code without a source file is a
    /// library's; null when there is none.
    /// </summary>
    public static AsyncFrame? SourceFrame(AsyncChain chain, StackIndex index) =>
        Blame.Frames(chain.Frames).FirstOrDefault(frame => frame.File is not null)
        ?? chain.Frames.FirstOrDefault(frame => frame is { Owner: not CodeOwner.Framework, File: not null })
        ?? (index.HasSources ? null : OwnFrame(chain));

    /// <summary>
    /// Returns whether what the chain waits for has to come soon. Delays, timers and empty channels are how code waits that has
    /// nothing to do; an alternative (WhenAny) is a time limit; who should complete a TaskCompletionSource is not known.
    /// </summary>
    public static bool MustEnd(AsyncChain chain) =>
        chain.Awaits.Kind is not (AwaitKind.Delay or AwaitKind.Timer or AwaitKind.ChannelRead or AwaitKind.CompletionSource or AwaitKind.Unknown or AwaitKind.Wait) && !HasAlternative(chain);

    /// <summary>Returns whether the chain goes on when one of several things happens.</summary>
    public static bool HasAlternative(AsyncChain chain) => chain.Frames.Any(frame => frame.Kind is AsyncFrameKind.WhenAny);

    /// <summary>Says where a chain stands, who called it there, and what it awaits.</summary>
    public static IEnumerable<string> Describe(AsyncChain chain) => Describe([chain]);

    /// <summary>Says where chains stand that have the same own frames and await the same, who called them there, and what they await.</summary>
    public static IEnumerable<string> Describe(IReadOnlyList<AsyncChain> equal)
    {
        var chain = equal[0];
        var own = Blame.Frames(chain.Frames).DistinctBy(static frame => frame.Method).Take(2).ToList();
        if (own.Count == 0)
        {
            yield break;
        }

        yield return $"{equal.Sum(static one => one.Count)} × {Words.Frame(own[0])} → awaits {chain.Awaits.Text}";
        if (own.Count > 1)
        {
            yield return $"  called by {Words.Frame(own[1])}";
        }

        foreach (var line in WorkOf(equal))
        {
            yield return line;
        }
    }

    /// <summary>Puts chains together that await the same and whose own frames are the same, however the framework's differ, the most first.</summary>
    public static IReadOnlyList<IReadOnlyList<AsyncChain>> ByOwnCode(IEnumerable<AsyncChain> chains) =>
    [
        .. chains
            .GroupBy(static chain => string.Join('\n', [chain.Awaits.Text, .. Blame.Frames(chain.Frames).Select(static frame => $"{frame.Method}:{frame.Line}")]), StringComparer.Ordinal)
            .Select(static group => (IReadOnlyList<AsyncChain>)[.. group])
            .OrderByDescending(static group => group.Sum(static chain => chain.Count)),
    ];

    /// <summary>Says for what work chains are there: <c>for 412 × GET /orders/{id}, oldest 45.2 s, trace 4bf9…</c></summary>
    public static IEnumerable<string> WorkOf(IEnumerable<AsyncChain> chains) => Words.Work(chains.SelectMany(static chain => chain.WorksFor ?? []));
}
