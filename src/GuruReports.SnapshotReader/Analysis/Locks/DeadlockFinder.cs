using System.Globalization;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Async;
using GuruReports.SnapshotReader.Analysis.Graphs;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Threads;

namespace GuruReports.SnapshotReader.Analysis.Locks;

/// <summary>Finds circles of parties of which at least one is a thread.</summary>
internal sealed class DeadlockFinder
{
    private readonly Image _image;
    private readonly IReadOnlyDictionary<ulong, SnapshotLock> _locks;
    private readonly ChainFrames? _frames;

    public DeadlockFinder(Image image, IReadOnlyDictionary<ulong, SnapshotLock> locks, ChainFrames? frames)
    {
        _image = image;
        _locks = locks;
        _frames = frames;
    }

    public List<DeadlockCycle> Find(IReadOnlyList<WaitParty> all)
    {
        var parts = StrongParts.Find(all.Count, index => all[index].WaitsFor.Count, (index, i) => all[index].WaitsFor[i].Party.Index);
        var result = new List<DeadlockCycle>();
        foreach (var part in parts)
        {
            var members = part.Select(index => all[index]).ToHashSet();
            if (members.Any(static party => party.Thread is not null))
            {
                var circle = Circle(members);
                result.Add(new DeadlockCycle { Parties = Describe(circle), Behind = Behind(all, members) });
            }
        }

        return result;
    }

    /// <summary>One way round, from the thread with the lowest id.</summary>
    private static List<(WaitParty Party, ulong Lock)> Circle(HashSet<WaitParty> members)
    {
        var order = new List<(WaitParty Party, ulong Lock)>();
        var current = members.Where(static party => party.Thread is not null).MinBy(static party => party.Thread!.ManagedId)!;
        while (!order.Exists(step => step.Party == current))
        {
            var next = current.WaitsFor.First(edge => members.Contains(edge.Party));
            order.Add((current, next.Lock));
            current = next.Party;
        }

        return order[order.FindIndex(step => step.Party == current)..];
    }

    private List<DeadlockParty> Describe(List<(WaitParty Party, ulong Lock)> circle)
    {
        var result = new List<DeadlockParty>();
        for (var i = 0; i < circle.Count; i++)
        {
            var (party, wants) = circle[i];
            var next = circle[(i + 1) % circle.Count].Party;
            var holds = circle[(i + circle.Count - 1) % circle.Count].Lock;
            result.Add(new DeadlockParty
            {
                ManagedId = party.Thread?.ManagedId,
                OsThreadId = party.Thread?.Thread.OSThreadId,
                ThreadName = party.Thread?.Name,
                Task = party.Task is null ? null : _frames?.Of(party.Task),
                TaskAddress = party.Task?.Address,
                Holds = Reference(holds),
                Wants = Reference(wants),
                WaitsFor = WaitsFor(party, wants, next),
                WaitsIn = party.Thread is null ? null : _image.Symbols.Blamed(party.Thread.Frames),
                HeldIn = party.Thread is null || holds == 0 ? null : HeldIn(party.Thread, holds, _image),
            });
        }

        return result;
    }

    private LockReference? Reference(ulong address) => _locks.TryGetValue(address, out var found)
        ? new LockReference { Kind = found.Kind, Address = address, TypeName = found.TypeName }
        : null;

    private string WaitsFor(WaitParty party, ulong wants, WaitParty next)
    {
        if (wants != 0)
        {
            return ObjectNames.Of(_locks[wants].TypeName, wants);
        }

        var way = party.Context != 0 ? $"its turn in {_image.Kinds.KindAt(party.Context)?.Name ?? "a synchronization context"}, which is occupied by "
            : party.Thread?.Site is { Kind: WaitKind.Callback } ? "a cancellation callback that runs on "
            : "";
        return next.Thread is { } thread
            ? way + "thread #" + thread.ManagedId.ToString(CultureInfo.InvariantCulture)
            : "async " + (_frames?.Of(next.Task!).Method ?? "task");
    }

    /// <summary>The outermost frame of a thread that refers to an object; null when none is proved.</summary>
    public static SnapshotFrame? HeldIn(ThreadImage thread, ulong address, Image image)
    {
        var index = thread.ComparedRoots?.Where(root => root.Object == address).Select(static root => root.Frame).DefaultIfEmpty(-1).Max() ?? -1;
        return index < 0 ? null : image.Symbols.Frame(thread.Frames[index].Method, thread.Frames[index].InstructionPointer);
    }

    private static List<int> Behind(IReadOnlyList<WaitParty> all, HashSet<WaitParty> members)
    {
        var incoming = all.SelectMany(static party => party.WaitsFor.Select(edge => (edge.Party, From: party))).ToLookup(static edge => edge.Party, static edge => edge.From);
        var seen = new HashSet<WaitParty>(members);
        var pending = new Queue<WaitParty>(members);
        while (pending.TryDequeue(out var party))
        {
            foreach (var from in incoming[party])
            {
                if (seen.Add(from))
                {
                    pending.Enqueue(from);
                }
            }
        }

        return [.. seen.Except(members).Where(static party => party.Thread is not null).Select(static party => party.Thread!.ManagedId).Order()];
    }
}
