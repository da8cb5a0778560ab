using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Sections.Calls;

/// <summary>Says where chains and threads of a snapshot stand, by the frame that stands for them.</summary>
internal sealed class CallPlaces(SnapshotResult snapshot)
{
    private readonly Dictionary<int, AsyncChain> _chains = (snapshot.Async?.Chains ?? []).ToDictionary(static chain => chain.Id);
    private readonly Dictionary<int, SnapshotThread> _threads = snapshot.Threads.DistinctBy(static thread => thread.ManagedId).ToDictionary(static thread => thread.ManagedId);

    /// <summary>Where a chain stands and what it awaits; null when it was left out of the snapshot.</summary>
    public string? OfChain(int id) => _chains.TryGetValue(id, out var chain) ? $"{Frame(chain)}, awaiting {chain.Awaits.Text}" : null;

    /// <summary>Where a chain stands; null when it was left out, or has no code but the framework's.</summary>
    public string? FrameOfChain(int id) => _chains.TryGetValue(id, out var chain) ? Frame(chain) : null;

    /// <summary>A thread with the place where it stands.</summary>
    public string OfThread(int id)
    {
        var frame = _threads.TryGetValue(id, out var thread) ? Blame.Frames(thread.Frames).FirstOrDefault() : null;
        var name = Snapshot.SnapshotWords.Thread(id, thread?.Name, null);
        return frame is null ? name : $"{name} in {Words(frame.Method, frame.File, frame.Line)}";
    }

    private static string Frame(AsyncChain chain)
    {
        var frame = Blame.Frames(chain.Frames).FirstOrDefault(static frame => frame.File is not null) ?? Blame.Frames(chain.Frames).FirstOrDefault() ?? chain.Frames[0];
        return Words(frame.Method, frame.File, frame.Line);
    }

    private static string Words(string method, string? file, int? line) => Snapshot.SnapshotWords.Location(file, line) is { } place ? $"{method} {place}" : method;
}
