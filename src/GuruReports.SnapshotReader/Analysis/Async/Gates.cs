using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.SnapshotReader.Analysis.Known;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Methods;
using GuruReports.SnapshotReader.Analysis.Threads;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>
/// Finds out in whose pools and limiters async methods and threads wait: the innermost method that is no mere helper of
/// waiting belongs to a type that is called a pool, or known as one. What that object counts tells whether it is exhausted.
/// </summary>
internal sealed class Gates(Image image)
{
    private const int Innermost = 3;
    private const int InnermostFrames = 16;
    private const int MostChains = 20;
    private const int MostPools = 20;

    private readonly Dictionary<string, GateRole> _roles = [];
    private readonly Dictionary<(ulong Address, string TypeName, string Awaited), Gate> _gates = [];

    private enum GateRole
    {
        Other,
        Helper,
        Gate,
    }

    /// <summary>Looks at one logical stack, innermost method first.</summary>
    public void Note(IReadOnlyList<AwaitNode> way, AwaitTargetFound target, int chain)
    {
        if (target.Key.Kind is not (AwaitKind.ChannelRead or AwaitKind.Semaphore or AwaitKind.CompletionSource or AwaitKind.Unknown or AwaitKind.ValueTaskSource or AwaitKind.Wait))
        {
            return;
        }

        for (var at = 0; at < way.Count && at < Innermost; at++)
        {
            if (way[at].Method is not { } method)
            {
                continue;
            }

            var declaring = Declaring(method);
            var role = RoleOf(declaring);
            if (role == GateRole.Gate)
            {
                var gate = Find(OwnerOf(method), declaring, target.Key.TypeName);
                gate.Waiting++;
                gate.IsSemaphore |= target.Key.Kind == AwaitKind.Semaphore;
                if (gate.Chains.Count < MostChains && !gate.Chains.Contains(chain))
                {
                    gate.Chains.Add(chain);
                }
            }

            if (role != GateRole.Helper)
            {
                return;
            }
        }
    }

    /// <summary>All pools waited in, those with most waiters first.</summary>
    public IReadOnlyList<WaitedPool> Report(IReadOnlyList<ThreadImage> threads, IReadOnlyList<(ulong Address, ObjectKind Kind)> known, KnownPoolReader pools)
    {
        foreach (var thread in threads.Where(static thread => thread.Site is not null))
        {
            NoteThread(thread, known);
        }

        var reader = new PoolNumbers(image, pools);
        return
        [
            .. _gates.Values
                .OrderByDescending(static gate => gate.Waiting + gate.Threads.Count)
                .ThenBy(static gate => gate.Address)
                .Take(MostPools)
                .Select(reader.Read),
        ];
    }

    // Where no frame refers to the pool, the only one that there is must be it.
    private static ulong OnlyOne(string name, IReadOnlyList<(ulong Address, ObjectKind Kind)> known) =>
        known.Where(part => part.Kind.Name == name).Take(2).ToList() is [var only] ? only.Address : 0;

    private void NoteThread(ThreadImage thread, IReadOnlyList<(ulong Address, ObjectKind Kind)> known)
    {
        for (var at = 0; at < thread.Frames.Count && at < InnermostFrames; at++)
        {
            // An async method that runs synchronously stands on the stack as its state machine.
            var name = GateNames.Declaring(thread.Frames[at].Method.Type.Name ?? "");
            var role = RoleOf(name);
            if (role == GateRole.Gate)
            {
                var self = ThreadReader.ComparedRootsOf(thread).FirstOrDefault(root => image.Kinds.KindAt(root.Object)?.Name == name).Object;
                Find(self != 0 ? self : OnlyOne(name, known), name, null).Threads.Add(thread.ManagedId);
                return;
            }

            if (role != GateRole.Helper)
            {
                return;
            }
        }
    }

    private Gate Find(ulong address, string declaring, string? awaited)
    {
        var typeName = image.Kinds.KindAt(address)?.Name ?? declaring;
        if (!_gates.TryGetValue((address, typeName, awaited ?? ""), out var gate))
        {
            _gates[(address, typeName, awaited ?? "")] = gate = new Gate { Address = address, TypeName = typeName, Awaited = awaited };
        }

        return gate;
    }

    private static string Declaring(PendingMethod method) => method switch
    {
        BoxedMethod boxed => GateNames.Declaring(boxed.Shape.Type.Name ?? ""),
        SuspendedMethod suspended => suspended.Method?.Type.Name ?? "",
        _ => "",
    };

    private ulong OwnerOf(PendingMethod method) => method switch
    {
        BoxedMethod boxed => boxed.This,
        SuspendedMethod suspended => ContinuationReader.OwnerOf(image, suspended),
        _ => 0,
    };

    private GateRole RoleOf(string name)
    {
        if (!_roles.TryGetValue(name, out var role))
        {
            _roles[name] = role = GateNames.IsGate(name) || image.Table.IsPool(name) ? GateRole.Gate : GateNames.IsHelper(name) ? GateRole.Helper : GateRole.Other;
        }

        return role;
    }
}
