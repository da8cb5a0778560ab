namespace GuruReports.Inspection.Threads;

/// <summary>Looks threads up in the captures of a burst.</summary>
internal sealed class BurstHistory
{
    private readonly List<Dictionary<int, CapturedThread>> _captures = [];

    public BurstHistory(IReadOnlyList<ThreadCapture> burst)
    {
        foreach (var capture in burst)
        {
            var byId = new Dictionary<int, CapturedThread>(capture.Threads.Count);
            foreach (var thread in capture.Threads)
            {
                byId[thread.OSThreadId] = thread;
            }

            _captures.Add(byId);
        }
    }

    public int Count => _captures.Count;

    /// <summary>Counts the captures in which every one of the threads had the frames that it has in the last.</summary>
    public int CountSameFrames(List<CapturedThread> threads)
    {
        var same = 0;
        foreach (var capture in _captures)
        {
            same += threads.TrueForAll(thread =>
                Earlier(capture, thread) is { } earlier && StackComparer.Instance.Equals(earlier.Frames, thread.Frames)) ? 1 : 0;
        }

        return same;
    }

    /// <summary>Adds up the CPU time between the first capture that knows a thread and the last; null for a single capture.</summary>
    public TimeSpan? CpuUsed(List<CapturedThread> threads)
    {
        if (Count < 2)
        {
            return null;
        }

        TimeSpan? sum = null;
        foreach (var thread in threads)
        {
            var first = _captures.Select(capture => Earlier(capture, thread)).FirstOrDefault(earlier => earlier is not null);
            if (thread.CpuTime is { } now && first?.CpuTime is { } then)
            {
                sum = (sum ?? TimeSpan.Zero) + (now - then);
            }
        }

        return sum;
    }

    // The system may give an ended thread's id to a new one: the managed ids must agree too.
    private static CapturedThread? Earlier(Dictionary<int, CapturedThread> capture, CapturedThread thread) =>
        capture.TryGetValue(thread.OSThreadId, out var earlier) && earlier.ManagedThreadId == thread.ManagedThreadId ? earlier : null;
}
