using GuruReports.Inspection.Snapshot.Model.Calls;

namespace GuruReports.Inspection.Snapshot;

/// <summary>
/// Tells of calls whose objects keep no time for how long they have had no answer: whoever has asked and waits for the answer has waited
/// as long as the connection has carried nothing. What has come or gone since the image was taken makes that shorter, never longer.
/// </summary>
internal static class CallAges
{
    /// <summary>Adds it to the calls that wait for an answer. Asks of each connection once.</summary>
    public static CallsSnapshot Add(CallsSnapshot calls) => Add(calls, ConnectionSilence.Milliseconds);

    internal static CallsSnapshot Add(CallsSnapshot calls, Func<int, long?> silence)
    {
        var known = new Dictionary<int, long?>();
        return calls with { Calls = [.. calls.Calls.Select(call => call.State is CallState.WaitingForHeaders or CallState.Executing ? call with { AtLeastMilliseconds = call.Sockets.Max(Least) } : call)] };

        // Which of several carries it is not known: it has waited as long as the shortest of them.
        long? Least(IReadOnlyList<int> sockets) => sockets.Count == 0 || sockets.Any(socket => Of(socket) is null) ? null : sockets.Min(Of);

        long? Of(int socket) => known.TryGetValue(socket, out var silent) ? silent : known[socket] = silence(socket);
    }
}
