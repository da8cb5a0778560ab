using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Threads;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Graph;

/// <summary>Threads of this process that wait for each other through a named mutex, which no snapshot shows.</summary>
internal static class MutexCircles
{
    // Far from the numbers and addresses of the snapshot's own.
    private const ulong First = 1UL << 48;

    public static void Add(WaitGraph graph)
    {
        var number = First;
        var known = new HashSet<WaitNode>();
        foreach (var mutex in graph.All(WaitNodeKind.NamedMutex).ToList())
        {
            if (known.Contains(mutex) || Way(mutex) is not { } way)
            {
                continue;
            }

            known.UnionWith(way);
            var threads = way.Where(static node => node.Kind is WaitNodeKind.Thread).ToList();
            var circle = graph.Add(WaitNodeKind.Circle, number++, new DeadlockCycle { Parties = [.. threads.Select(thread => Party(thread, way))] });
            foreach (var thread in threads)
            {
                graph.Link(thread, circle, FindingCertainty.Certain);
            }
        }
    }

    // From the mutex along what is certain back to itself; each of these waits for the next one alone.
    private static List<WaitNode>? Way(WaitNode mutex)
    {
        var way = new List<WaitNode> { mutex };
        for (var at = mutex; at.WaitsFor.Where(static edge => edge.Proof is FindingCertainty.Certain && edge.From.Needs == 0).Select(static edge => edge.To).FirstOrDefault() is { } next; at = next)
        {
            if (next == mutex)
            {
                return way.Exists(static node => node.Thread is { } thread && Blocking.UsesCpu(thread)) ? null : way;
            }

            if (way.Contains(next))
            {
                return null;
            }

            way.Add(next);
        }

        return null;
    }

    private static DeadlockParty Party(WaitNode node, List<WaitNode> way)
    {
        var thread = node.Thread;
        var wanted = way[(way.IndexOf(node) + 1) % way.Count];
        return new DeadlockParty
        {
            ManagedId = thread?.ManagedThreadId,
            OsThreadId = thread?.OSThreadId,
            ThreadName = thread?.Name,
            WaitsFor = wanted.Subject switch
            {
                NamedMutex mutex => $"the named mutex {mutex.Name}",
                SnapshotLock held => Words.Lock(held.TypeName, held.Address),
                CapturedThread other => Words.Thread(other),
                _ => "another one of these",
            },
            WaitsIn = thread?.TopUserFrame is { } frame ? new SnapshotFrame { Method = frame.Method, File = frame.File, Line = frame.Line, Owner = frame.Owner } : null,
        };
    }
}
