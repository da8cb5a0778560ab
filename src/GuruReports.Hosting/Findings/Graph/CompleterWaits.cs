using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Graph;

/// <summary>Threads that complete what others wait for, run their continuations themselves, and are blocked in one: nobody completes the rest.</summary>
internal static class CompleterWaits
{
    // How the framework passes on that something has come: whoever is inside runs code of those who waited for it.
    private static readonly string[] s_hands = [FrameworkNames.CompletionSource, FrameworkNames.ValueTaskSourceCore];

    public static void Add(WaitGraph graph)
    {
        var waits = (graph.Snapshot?.Threads ?? []).Where(static thread => thread.WaitsFor is not null).ToDictionary(static thread => thread.ManagedId, static thread => thread.WaitsFor!);
        foreach (var thread in graph.Stacks.Threads.Where(static thread => Blocking.WaitsForAsync(thread) || Blocking.WaitsForLock(thread)))
        {
            if ((Find(thread) ?? FindOwnAnswer(thread, waits, graph)) is { } found)
            {
                graph.Link(graph.Add(WaitNodeKind.Completer, (ulong)(uint)thread.OSThreadId, found), graph.Of(thread), FindingCertainty.Certain);
            }
        }

        var completers = graph.All(WaitNodeKind.Completer).ToList();
        foreach (var chain in completers.Count == 0 ? [] : graph.Chains.Where(WaitsForCompletion))
        {
            foreach (var node in completers)
            {
                graph.Link(graph.Of(chain), node, completers.Count == 1 || IsOf((Completer)node.Subject!, chain) ? FindingCertainty.Likely : FindingCertainty.Suspected);
            }
        }
    }

    private static bool WaitsForCompletion(AsyncChain chain) => chain.Awaits.Kind is AwaitKind.CompletionSource && Chains.OwnFrame(chain) is not null;

    private static bool IsOf(Completer completer, AsyncChain chain) =>
        completer.Frame.Type is { } type && chain.Frames.Any(frame => frame.Method.StartsWith(type, StringComparison.Ordinal));

    // The service's own code that waits, and farther out the own code that called a completion: all between ran inside it.
    private static Completer? Find(CapturedThread thread)
    {
        var blocked = -1;
        for (var at = 0; at < thread.Frames.Count; at++)
        {
            if (thread.Frames[at].Owner is CodeOwner.Framework)
            {
                continue;
            }

            if (blocked < 0)
            {
                blocked = at;
            }
            else if (Array.Exists(s_hands, hand => thread.Frames[at - 1].Type?.StartsWith(hand, StringComparison.Ordinal) == true))
            {
                return new Completer(thread, thread.Frames[blocked], thread.Frames[at]);
            }
        }

        return null;
    }

    // A handler that asks the client by whose receiving thread it was called: the answer can only come when it returns.
    private static Completer? FindOwnAnswer(CapturedThread thread, Dictionary<int, ThreadWait> waits, WaitGraph graph)
    {
        var wait = thread.ManagedThreadId is { } id ? waits.GetValueOrDefault(id) : null;
        if (wait?.Target?.Kind is not AwaitKind.CompletionSource || !Blocking.WaitsForAsync(thread))
        {
            return null;
        }

        var asked = wait.ChainId is { } number ? graph.Chain(number)?.Chain?.Frames.FirstOrDefault(static frame => frame.Owner is not CodeOwner.Framework) : null;
        var type = asked is null ? null : asked.Method[..Math.Max(0, asked.Method.LastIndexOf('.'))];
        var own = thread.Frames.Where(static frame => frame.Owner is not CodeOwner.Framework).ToList();
        var receiving = string.IsNullOrEmpty(type) || own.Count < 2 || own[0].Type == type ? null : own.Skip(1).FirstOrDefault(frame => frame.Type == type);
        return receiving is null ? null : new Completer(thread, own[0], receiving);
    }
}
