using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Queues;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings;

/// <summary>Says of queues who should fill or empty them.</summary>
internal static class Queues
{
    private const int Most = 2;

    /// <summary>Says what the service calls a queue, or its type.</summary>
    public static string Name(LibraryQueue queue) => $"{queue.Kind} {(queue.Places.Count > 0 ? ObjectNames.Member(queue.Places[0]) : ObjectNames.Short(queue.TypeName))}";

    /// <summary>Says what the service calls a queue, in full, or its type; and its kind.</summary>
    public static string FullName(LibraryQueue queue) => $"{(queue.Places.Count > 0 ? queue.Places[0] : queue.TypeName)} ({queue.Kind})";

    /// <summary>Returns whether nobody was found who reads a queue, or will: no call in flight, no thread, no timer, nothing that is queued.</summary>
    public static bool IsUnread(LibraryQueue queue) => queue is { ReaderChains.Count: 0, ReaderThreads.Count: 0, Links.Count: 0, MayBeRead: false, MayBeReadLater: null, ReadersIncomplete: null };

    /// <summary>Returns whether a queue that is full hands on under conditions alone, to what takes more: then what comes first fits none of them.</summary>
    public static bool IsRefused(LibraryQueue queue) => queue is { IsFull: true, ReaderChains.Count: 0, ReaderThreads.Count: 0, Links.Count: > 0 } && queue.Links.All(static link => link is { HasCondition: true, IsFull: false });

    /// <summary>Says what is known of who could put something into an empty queue.</summary>
    public static string Writers(WaitNode node)
    {
        var queue = (LibraryQueue)node.Subject!;
        var possible = node.WaitsFor.Where(static edge => edge.Proof is FindingCertainty.Suspected).Select(static edge => edge.To.Chain).OfType<AsyncChain>().Where(static chain => Chains.OwnFrame(chain) is not null).ToList();
        return possible.Count > 0 ? $"it may be filled by {string.Join(" or ", possible.Take(Most).Select(static chain => $"{Words.Frame(Chains.OwnFrame(chain)!)}, which awaits {chain.Awaits.Text}"))}{(possible.Count > Most ? $", or {possible.Count - Most} others" : "")}"
            : queue.MayBeWritten ? "calls in flight are in methods of an object that has it and may fill it"
            : queue.ReadersIncomplete is { } reason ? $"who fills it is unknown: {reason}"
            : "no call in flight is seen to have its writer; whether a later request, timer or event fills it is unknown";
    }

    /// <summary>Says what does not take what comes first in a queue.</summary>
    public static string Refusers(LibraryQueue queue) => $"what comes first in it fits the condition of no link ({string.Join(", ", queue.Links.Take(Most).Select(static link => ObjectNames.Member(link.Name)))}{(queue.Links.Count > Most ? $", and {queue.Links.Count - Most} others" : "")})";

    /// <summary>Says that nobody takes something out of a queue, as far as that is seen; empty where somebody does, or where readers cannot be told.</summary>
    public static string Readers(LibraryQueue queue) => queue is not { ReaderChains.Count: 0, ReaderThreads.Count: 0 } ? ""
        : queue.Links.Count > 0 ? $"; handed on to {string.Join(" or ", queue.Links.Take(Most).Select(static link => $"{ObjectNames.Member(link.Name)}{(link.HasCondition ? ", under a condition" : "")}"))}"
        : queue.MayBeRead || queue.MayBeReadLater is not null ? "; nobody is seen to read it"
        : queue.ReadersIncomplete is { } reason ? $"; who reads it is unknown: {reason}"
        : "; no call in flight reads it";

    /// <summary>
    /// Returns the queues that code of a type has in its fields and that miss somebody: empty ones that others wait for and that nobody in
    /// flight is seen to write, and those with something in them that nobody is seen to read.
    /// </summary>
    public static IReadOnlyList<(WaitNode Node, string Text)> Missing(WaitGraph graph, string? type)
    {
        if (string.IsNullOrEmpty(type))
        {
            return [];
        }

        var found = new List<(WaitNode, string)>();
        foreach (var node in graph.All(WaitNodeKind.Queue))
        {
            var queue = (LibraryQueue)node.Subject!;
            if (found.Count == Most || !queue.Places.Any(place => place[..Math.Max(0, place.LastIndexOf('.'))] == type))
            {
                continue;
            }

            if (queue is { Length: 0, WriterChains.Count: 0, WriterThreads.Count: 0 })
            {
                found.Add((node, $"{queue.ReadersWaiting} wait for something in {Name(queue)}, which is empty; {Writers(node)}"));
            }
            else if (queue is { Length: > 0, ReaderChains.Count: 0, ReaderThreads.Count: 0 })
            {
                found.Add((node, $"{Measures.Grouped(queue.Length)} are in {Name(queue)}{Readers(queue)}"));
            }
        }

        return found;
    }
}
