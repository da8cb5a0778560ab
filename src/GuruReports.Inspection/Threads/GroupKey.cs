using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Threads;

/// <summary>What makes two threads members of one group.</summary>
internal sealed class GroupKey : IEquatable<GroupKey>
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

        var label = thread.Frames.Count == 0 ? $"{thread.Role} {Identifiers.Fold(thread.OSName ?? "")}" : "";
        return new GroupKey(Telling(thread), thread.State, hot, label);
    }

    // By which ways of the framework the service's code was reached, and how far inside of a call it is, is not what sets threads
    // apart; nor is how deep a method that calls itself has got. Where there is no such code, the call that blocks tells most.
    private static IReadOnlyList<CapturedFrame> Telling(CapturedThread thread)
    {
        var own = Blame.Frames(thread.Frames).ToList();
        return own.Count > 0 ? Unrolled(own)
            : thread.State is not ThreadActivity.Running && BlockingCalls.Find(thread.Frames) is { FrameIndex: > 0 } call ? [.. thread.Frames.Skip(call.FrameIndex)]
            : thread.Frames;
    }

    private static List<CapturedFrame> Unrolled(List<CapturedFrame> frames)
    {
        List<CapturedFrame>? shorter = null;
        for (var index = 0; index < frames.Count;)
        {
            var (period, times) = Repetition.At(frames, index, StackComparer.SamePlace, least: 2);
            if (times > 1)
            {
                shorter ??= frames.GetRange(0, index);
            }

            shorter?.AddRange(frames.GetRange(index, period));
            index += period * times;
        }

        return shorter ?? frames;
    }

    public bool Equals(GroupKey? other) =>
        other is not null && _state == other._state && _hot == other._hot && _label == other._label && StackComparer.Instance.Equals(_frames, other._frames);

    public override bool Equals(object? obj) => Equals(obj as GroupKey);

    public override int GetHashCode() => HashCode.Combine(_state, _hot, _label, StackComparer.Instance.GetHashCode(_frames));
}
