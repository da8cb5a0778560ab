namespace GuruReports.Reporting.Model.Stacks;

/// <summary>Threads or asynchronous chains that stand at the same place.</summary>
public sealed record StackGroup
{
    /// <summary>Gets how many stacks are in the group.</summary>
    public required int Count { get; init; }

    /// <summary>Gets what one member is called, singular (for example <c>thread</c> or <c>chain</c>).</summary>
    public required string Noun { get; init; }

    /// <summary>Gets what the members do, in a person's words (for example <c>waiting for a Task</c>).</summary>
    public required string State { get; init; }

    /// <summary>Gets what more is to be said on the first line, in order (for example <c>pool</c>, <c>98 % CPU</c>, <c>same frames 3 of 3</c>).</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Gets the frames, the innermost first.</summary>
    public IReadOnlyList<StackFrameLine> Frames { get; init; } = [];

    /// <summary>Gets whether frames beyond the last one were cut when they were captured.</summary>
    public bool FramesTruncated { get; init; }

    /// <summary>Gets the members; structured formats show all, text shows as many as fit.</summary>
    public IReadOnlyList<StackMember> Members { get; init; } = [];

    /// <summary>Gets lines shown below the frames (for example who owns the lock that the members wait for).</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Gets whether the group is nothing to look at (idle workers): text then shows its first line only.</summary>
    public bool Idle { get; init; }
}
