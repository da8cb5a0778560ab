using System.Globalization;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection;

/// <summary>Adds to captured threads what a snapshot of the same process knows of them.</summary>
internal static class SnapshotJoin
{
    /// <summary>Joins by operating system thread id. A thread that meanwhile stands elsewhere keeps what the capture knew. Pure; any thread may call.</summary>
    /// <param name="capture">The threads.</param>
    /// <param name="snapshot">The snapshot.</param>
    /// <returns>The capture with names, locks held, and what each thread waits for.</returns>
    public static ThreadCapture Join(ThreadCapture capture, SnapshotResult snapshot)
    {
        ArgumentNullException.ThrowIfNull(capture);
        ArgumentNullException.ThrowIfNull(snapshot);
        var byOsId = new Dictionary<long, SnapshotThread>();
        foreach (var thread in snapshot.Threads)
        {
            byOsId[thread.OsThreadId] = thread;
        }

        var chains = (snapshot.Async?.Chains ?? []).ToDictionary(static chain => chain.Id);
        var inlined = snapshot.Inlined.ToDictionary(static call => call.Into, static call => call.Called, StringComparer.Ordinal);
        return capture with
        {
            Threads = [.. capture.Threads.Select(thread => byOsId.TryGetValue(thread.OSThreadId, out var known) ? Join(thread, known, chains, inlined) : thread)],
        };
    }

    private static CapturedThread Join(CapturedThread thread, SnapshotThread known, Dictionary<int, AsyncChain> chains, Dictionary<string, SnapshotFrame> inlined)
    {
        // The ids of ended threads are used again, by the system and by the runtime: both must agree.
        if (thread.ManagedThreadId is { } id && id != known.ManagedId)
        {
            return thread;
        }

        var joined = thread with
        {
            ManagedThreadId = thread.ManagedThreadId ?? known.ManagedId,
            Name = thread.Name ?? known.Name,
            Runs = known.Runs,
            WorksFor = known.WorksFor,
            Frames = WithInlined(thread.Frames, inlined),
            Holds = [.. known.Holds.Select(static held => ObjectNames.Of(held.TypeName, held.Address))],
        };
        return known.WaitsFor is { } wait && Agrees(thread.State, wait.Kind)
            ? joined with { WaitsFor = (thread.SharedWait is null ? null : thread.WaitsFor) ?? Describe(wait, chains), WaitsForThreads = wait.OwnerManagedId is { } owner ? [owner] : [] }
            : joined;
    }

    // What was compiled into a dynamic method stands in the stack where it would stand otherwise: before that method, inside it.
    private static IReadOnlyList<CapturedFrame> WithInlined(IReadOnlyList<CapturedFrame> frames, Dictionary<string, SnapshotFrame> inlined)
    {
        if (inlined.Count == 0)
        {
            return frames;
        }

        var result = new List<CapturedFrame>(frames.Count + inlined.Count);
        foreach (var frame in frames)
        {
            if (frame is { Kind: Threads.FrameKind.Dynamic, Name: { } name } && inlined.TryGetValue(name, out var called) && (result.Count == 0 || result[^1].Owner is CodeOwner.Framework))
            {
                result.Add(Inlined(called));
            }

            result.Add(frame);
        }

        return result;
    }

    private static CapturedFrame Inlined(SnapshotFrame called)
    {
        var open = called.Method.IndexOf('(', StringComparison.Ordinal);
        var plain = open < 0 ? called.Method : called.Method[..open];
        var dot = plain.LastIndexOf('.');
        return new CapturedFrame
        {
            Method = called.Method,
            Type = dot < 0 ? null : plain[..dot],
            Name = plain[(dot + 1)..],
            File = called.File,
            Owner = called.Owner,
        };
    }

    /// <summary>The capture and the snapshot are milliseconds apart: a thread that ran in between is not told twice.</summary>
    private static bool Agrees(ThreadActivity state, WaitKind wait) => state switch
    {
        ThreadActivity.Running or ThreadActivity.Idle => false,
        ThreadActivity.WaitingForMonitor => wait is WaitKind.Monitor,
        ThreadActivity.WaitingForTask => wait is WaitKind.Task,
        _ => true,
    };

    private static string? Describe(ThreadWait wait, Dictionary<int, AsyncChain> chains)
    {
        if (wait.Kind == WaitKind.Task)
        {
            return DescribeTask(wait, chains);
        }

        return wait is { Address: { } address, TypeName: { } type } ? ObjectNames.Of(type, address) : null;
    }

    private static string? DescribeTask(ThreadWait wait, Dictionary<int, AsyncChain> chains)
    {
        var innermost = wait.ChainId is { } id && chains.TryGetValue(id, out var chain) ? chain.Frames[0] : null;
        var parts = new List<string>();
        if (wait.Task is { } task)
        {
            parts.Add("async " + Place(task));
        }

        if (innermost is not null && innermost != wait.Task)
        {
            parts.Add("async " + Place(innermost));
        }

        if (wait.Target is { } target)
        {
            parts.Add("await " + target.Text);
        }

        return parts.Count > 0 ? string.Join(" → ", parts)
            : wait is { Address: { } address, TypeName: { } type } ? ObjectNames.Of(type, address)
            : null;
    }

    private static string Place(AsyncFrame frame) => frame is { File: { } file, Line: { } line }
        ? $"{frame.Method} {SourceNames.Of(file, line)}"
        : frame.Method;
}
