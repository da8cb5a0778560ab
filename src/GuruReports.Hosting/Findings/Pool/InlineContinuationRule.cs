using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Pool;

/// <summary>GURU036: who completes other calls' results runs their continuations itself, and is blocked in one: nobody completes the rest.</summary>
internal sealed class InlineContinuationRule : IFindingRule
{
    private const int MostChains = 3;

    // How the framework passes on that something has come: whoever is inside runs code of those who waited for it.
    private static readonly (string Type, string Method)[] s_hands =
    [
        (FrameworkNames.CompletionSource, ""), (FrameworkNames.ValueTaskSourceCore, ""),
    ];

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var index = StackIndex.Of(report);
        var waits = (index.Snapshot?.Threads ?? []).ToDictionary(thread => thread.ManagedId, thread => thread.WaitsFor);
        var chains = (index.Snapshot?.Async?.Chains ?? []).ToDictionary(chain => chain.Id);
        foreach (var thread in index.Threads.Where(thread => Blocking.WaitsForAsync(thread) || Blocking.WaitsForLock(thread)))
        {
            var (blocked, completer) = Find(thread);
            (blocked, completer) = completer is null ? FindOwnAnswer(thread, waits, chains) : (blocked, completer);
            if (blocked is not null && completer is not null)
            {
                yield return Describe(thread, blocked, completer, index);
            }
        }
    }

    // A handler that asks the client by whose receiving thread it was called: the answer can only come when it returns.
    private static (CapturedFrame? Blocked, CapturedFrame? Completer) FindOwnAnswer(
        CapturedThread thread, Dictionary<int, ThreadWait?> waits, Dictionary<int, AsyncChain> chains)
    {
        var wait = thread.ManagedThreadId is { } id ? waits.GetValueOrDefault(id) : null;
        if (wait?.Target?.Kind is not AwaitKind.CompletionSource || !Blocking.WaitsForAsync(thread))
        {
            return default;
        }

        var asked = wait.ChainId is { } number && chains.TryGetValue(number, out var chain) ? chain.Frames.FirstOrDefault(frame => frame.Owner is not CodeOwner.Framework) : null;
        var type = asked is null ? null : asked.Method[..Math.Max(0, asked.Method.LastIndexOf('.'))];
        var own = thread.Frames.Where(frame => frame.Owner is not CodeOwner.Framework).ToList();
        var receiving = string.IsNullOrEmpty(type) || own.Count < 2 || own[0].Type == type ? null : own.Skip(1).FirstOrDefault(frame => frame.Type == type);
        return (own.FirstOrDefault(), receiving);
    }

    // The service's own code that waits, and farther out the own code that called a completion: all between ran inside it.
    private static (CapturedFrame? Blocked, CapturedFrame? Completer) Find(CapturedThread thread)
    {
        var blocked = -1;
        for (var at = 0; at < thread.Frames.Count; at++)
        {
            var frame = thread.Frames[at];
            if (frame.Owner is not CodeOwner.Framework && blocked < 0)
            {
                blocked = at;
            }
            else if (blocked >= 0 && frame.Owner is not CodeOwner.Framework && IsHand(thread.Frames[at - 1]))
            {
                return (thread.Frames[blocked], frame);
            }
        }

        return default;
    }

    private static bool IsHand(CapturedFrame frame) =>
        Array.Exists(s_hands, hand => frame.Type?.StartsWith(hand.Type, StringComparison.Ordinal) == true && frame.Name?.StartsWith(hand.Method, StringComparison.Ordinal) == true);

    private static Finding Describe(CapturedThread thread, CapturedFrame blocked, CapturedFrame completer, StackIndex index)
    {
        var waiting = (index.Snapshot?.Async?.Chains ?? [])
            .Where(chain => chain.Awaits.Kind is AwaitKind.CompletionSource && Chains.OwnFrame(chain) is not null)
            .OrderByDescending(chain => chain.Count)
            .ToList();
        var behind = waiting.Sum(chain => chain.Count);
        var stuck = Blocking.WaitsForAsync(thread);
        return new Finding
        {
            Id = FindingIds.InlineContinuation,
            Name = "INLINE CONTINUATION",
            Severity = stuck && behind > 0 ? FindingSeverity.Critical : stuck ? FindingSeverity.Warning : FindingSeverity.Information,
            Certainty = stuck && behind > 0 ? FindingCertainty.Certain : FindingCertainty.Likely,
            Summary = $"{Words.Thread(thread)} blocks in {blocked.Type}.{blocked.Name} on the way out of {completer.Type}.{completer.Name}, which completes what others wait for"
                + (behind > 0 ? $": {Measures.Count(behind, "call")} wait for such a completion" : ""),
            Evidence =
            [
                $"it stands at {Words.Frame(blocked)}, {Blocking.Describe(thread)}{(thread.WaitsFor is { } what ? $" ({what})" : "")}",
                $"  which runs inside {Words.Frame(completer)}: until it returns, that one completes nothing more",
                .. waiting.Take(MostChains).SelectMany(Chains.Describe),
            ],
            Advice = "Create the TaskCompletionSource with TaskCreationOptions.RunContinuationsAsynchronously, so that continuations do not run on the completing thread; and await instead of blocking in them.",
            Weight = 97,
        };
    }
}
