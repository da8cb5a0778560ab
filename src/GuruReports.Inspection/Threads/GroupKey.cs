namespace GuruReports.Inspection.Threads;

/// <summary>What makes two threads members of one group.</summary>
internal readonly struct GroupKey : IEquatable<GroupKey>
{
    private readonly IReadOnlyList<CapturedFrame> _frames;
    private readonly ThreadActivity _state;
    private readonly bool _hot;
    private readonly string _label;

    private GroupKey(IReadOnlyList<CapturedFrame> frames, ThreadActivity state, bool hot, string label)
    {
        _frames = frames;
        _state = state;
        _hot = hot;
        _label = label;
    }

    public static GroupKey Of(CapturedThread thread)
    {
        var hot = thread.CpuShare >= ThreadGrouping.HotShare && !thread.IsCapturing;
        if (thread.State is ThreadActivity.Idle && !hot)
        {
            return new GroupKey([], thread.State, hot, thread.Role.ToString());
        }

        var label = thread.Frames.Count == 0 ? $"{thread.Role} {thread.OSName}" : "";
        return new GroupKey(Telling(thread), thread.State, hot, label);
    }

    // Where inside of a blocking call a thread has got to, whether it spins first or sleeps already, is not what sets it apart.
    private static IReadOnlyList<CapturedFrame> Telling(CapturedThread thread) =>
        thread.State is not ThreadActivity.Running && BlockingCalls.Find(thread.Frames) is { FrameIndex: > 0 } call
            ? [.. thread.Frames.Skip(call.FrameIndex)]
            : thread.Frames;

    public bool Equals(GroupKey other) =>
        _state == other._state && _hot == other._hot && _label == other._label && StackComparer.Instance.Equals(_frames, other._frames);

    public override bool Equals(object? obj) => obj is GroupKey other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_state, _hot, _label, StackComparer.Instance.GetHashCode(_frames));
}
