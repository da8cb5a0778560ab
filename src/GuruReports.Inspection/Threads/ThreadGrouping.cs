namespace GuruReports.Inspection.Threads;

/// <summary>Puts threads with equal stacks together and orders the groups by what an operator needs. Pure.</summary>
public static class ThreadGrouping
{
    /// <summary>The share of one CPU from which a thread counts as running hot.</summary>
    public const double HotShare = 0.5;

    /// <summary>Groups the threads of one capture.</summary>
    /// <param name="capture">The capture.</param>
    /// <returns>The groups: hot ones first, idle ones and those without managed frames last.</returns>
    public static IReadOnlyList<ThreadGroup> Group(ThreadCapture capture)
    {
        ArgumentNullException.ThrowIfNull(capture);
        return Group([capture]);
    }

    /// <summary>Groups the threads of the last of several captures, and says what stayed the same since the first.</summary>
    /// <param name="burst">The captures, oldest first; at least one.</param>
    /// <returns>The groups: hot ones first, idle ones and those without managed frames last.</returns>
    public static IReadOnlyList<ThreadGroup> Group(IReadOnlyList<ThreadCapture> burst)
    {
        ArgumentNullException.ThrowIfNull(burst);
        ArgumentOutOfRangeException.ThrowIfZero(burst.Count);

        var members = new Dictionary<GroupKey, List<CapturedThread>>();
        foreach (var thread in burst[^1].Threads)
        {
            var key = GroupKey.Of(thread);
            if (!members.TryGetValue(key, out var list))
            {
                members.Add(key, list = []);
            }

            list.Add(thread);
        }

        var history = new BurstHistory(burst);
        var groups = new List<ThreadGroup>(members.Count);
        foreach (var list in members.Values)
        {
            groups.Add(Build(list, history));
        }

        groups.Sort(Compare);
        return groups;
    }

    private static ThreadGroup Build(List<CapturedThread> threads, BurstHistory history)
    {
        threads.Sort(CompareThreads);
        var first = threads[0];
        var blocking = BlockingCalls.Find(first.Frames);
        double? share = null;
        var sameDetail = true;
        var sameRole = true;
        foreach (var thread in threads)
        {
            share = thread.CpuShare is { } used ? (share ?? 0) + used : share;
            sameDetail &= thread.StateDetail == first.StateDetail;
            sameRole &= thread.Role == first.Role;
        }

        return new ThreadGroup
        {
            Threads = threads,
            Kind = KindOf(first),
            State = first.State,
            StateDetail = sameDetail ? first.StateDetail : null,
            Role = sameRole ? first.Role : ThreadRole.Unknown,
            Frames = first.Frames,
            UserFrame = first.TopUserFrame,
            BlockingFrame = first.State is ThreadActivity.Running || blocking is null ? null : first.Frames[blocking.Value.FrameIndex],
            CpuShare = share,
            Captures = history.Count,
            SameFrames = history.CountSameFrames(threads),
            CpuUsed = history.CpuUsed(threads),
        };
    }

    private static ThreadGroupKind KindOf(CapturedThread thread)
    {
        // The capturing thread is busy capturing; calling that hot would put it on top of every report.
        if (thread is { IsCapturing: false, CpuShare: >= HotShare })
        {
            return ThreadGroupKind.Hot;
        }

        if (thread.State is ThreadActivity.Idle)
        {
            return ThreadGroupKind.Idle;
        }

        if (thread.Frames.Count == 0)
        {
            return ThreadGroupKind.NoManagedFrame;
        }

        return thread switch
        {
            { State: ThreadActivity.Running } => ThreadGroupKind.Running,
            { TopUserFrame: not null } => ThreadGroupKind.BlockedInUserCode,
            _ => ThreadGroupKind.Blocked,
        };
    }

    private static int Compare(ThreadGroup x, ThreadGroup y)
    {
        var order = x.Kind.CompareTo(y.Kind);
        if (order == 0 && x.Kind is ThreadGroupKind.Hot)
        {
            order = Nullable.Compare(y.CpuShare, x.CpuShare);
        }

        order = order != 0 ? order : y.Threads.Count.CompareTo(x.Threads.Count);
        return order != 0 ? order : CompareIds(x.Threads[0], y.Threads[0]);
    }

    private static int CompareThreads(CapturedThread x, CapturedThread y)
    {
        // Small shares are noise; only a hot thread should represent its group ahead of the lower ids.
        var order = (y.CpuShare >= HotShare ? y.CpuShare : 0).GetValueOrDefault()
            .CompareTo((x.CpuShare >= HotShare ? x.CpuShare : 0).GetValueOrDefault());
        return order != 0 ? order : CompareIds(x, y);
    }

    private static int CompareIds(CapturedThread x, CapturedThread y)
    {
        var order = (x.ManagedThreadId ?? int.MaxValue).CompareTo(y.ManagedThreadId ?? int.MaxValue);
        return order != 0 ? order : x.OSThreadId.CompareTo(y.OSThreadId);
    }
}
