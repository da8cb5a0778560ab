using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Findings;

/// <summary>Threads that stand at the same place of the service's own code.</summary>
/// <param name="Frame">The place; null for threads without own code on the stack.</param>
/// <param name="Threads">The threads.</param>
/// <param name="Runs">For threads without own code on the stack, the service's method whose task they run; null when not known.</param>
/// <param name="Call">For threads without own code on the stack, the library's call that they are in; null when not known.</param>
internal sealed record Place(CapturedFrame? Frame, IReadOnlyList<CapturedThread> Threads, string? Runs = null, CapturedFrame? Call = null)
{
    private const int Caller = 1;

    /// <summary>Puts threads together by their leaf-most own frame, or by the call that they are in, the largest group first.</summary>
    public static IReadOnlyList<Place> GroupByOwnCode(IEnumerable<CapturedThread> threads) =>
    [
        .. threads
            .GroupBy(KeyOf)
            .Select(group => new Place(group.First().TopUserFrame, [.. group], group.Key.Runs, group.First().TopUserFrame is null ? Calls.Anchor(group.First()) : null))
            .OrderByDescending(place => place.Frame is not null)
            .ThenByDescending(place => place.Threads.Count)
            .ThenBy(place => place.Frame?.Method ?? place.Call?.Method, StringComparer.Ordinal),
    ];

    /// <summary>Puts threads together by the innermost call that tells what they do, whosever it is, the largest group first.</summary>
    public static IReadOnlyList<Place> GroupByCall(IEnumerable<CapturedThread> threads) =>
    [
        .. threads
            .Where(static thread => Calls.Anchor(thread) is not null)
            .GroupBy(static thread => Calls.Anchor(thread)!.Method, StringComparer.Ordinal)
            .Select(static group => new Place(null, [.. group.OrderByDescending(static thread => thread.TopUserFrame is not null)], null, Calls.Anchor(group.First())))
            .OrderByDescending(static place => place.Threads.Count)
            .ThenBy(static place => place.Call!.Method, StringComparer.Ordinal),
    ];

    /// <summary>Says the place as one line of evidence: how many, where, what they do, which ones.</summary>
    public string Describe() => $"{Measures.Count(Threads.Count, "thread")} {Where()}, {Blocking.Describe(Threads[0])}: {Words.Threads(Threads)}";

    /// <summary>Says places as lines of evidence, with the caller of the first one, the rest counted.</summary>
    public static IEnumerable<string> Describe(IReadOnlyList<Place> places, int most = 3)
    {
        foreach (var (place, index) in places.Take(most).Select((place, index) => (place, index)))
        {
            yield return place.Describe();
            foreach (var line in Words.Work(place.Threads.Select(static thread => thread.WorksFor).OfType<WorkShare>()))
            {
                yield return line;
            }

            if (index == 0 && place.Frame is not null)
            {
                foreach (var line in Calls.Describe(place.Threads[0]))
                {
                    yield return line;
                }
            }

            if (index == 0 && OwnMethods.Of(place.Threads[0].Frames).Skip(Caller).FirstOrDefault(IsWritten) is { } caller)
            {
                yield return $"  called by {Words.Frame(caller)}";
            }
        }

        if (places.Count > most)
        {
            yield return $"{Measures.Count(places.Skip(most).Sum(place => place.Threads.Count), "more thread")} at {Measures.Count(places.Count - most, "other place")}";
        }
    }

    private static Key KeyOf(CapturedThread thread) =>
        thread.TopUserFrame is { } frame ? new(frame.Method, frame.Line, null) : new(Calls.Anchor(thread)?.Method, null, thread.Runs);

    private string Where() => (Frame, Runs, Call) switch
    {
        ({ } frame, _, _) => $"at {Words.Frame(frame)}",
        (_, { } runs, _) => $"run {runs} (compiled into the framework's code)",
        (_, _, { } call) => $"in {call.Type}.{call.Name} ({(Threads.FirstOrDefault(static thread => thread.TopUserFrame is not null)?.TopUserFrame is { } from ? $"called, among others, by {Words.Frame(from)}" : "no code of the service")})",
        _ => $"at {Words.Frame(Frame)}",
    };

    // Code that a framework makes at run time to call the service's says nothing to who wrote the service.
    private static bool IsWritten(CapturedFrame frame) => frame.File is not null || !frame.Method.Contains("[dynamic method]", StringComparison.Ordinal);

    private sealed record Key(string? Method, int? Line, string? Runs);
}
