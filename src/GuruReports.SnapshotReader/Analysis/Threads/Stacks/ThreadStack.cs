using GuruReports.SnapshotReader.Analysis.Symbols;
namespace GuruReports.SnapshotReader.Analysis.Threads.Stacks;

/// <summary>A stack as read.</summary>
/// <param name="Frames">The frames with a method, innermost first.</param>
internal sealed record ThreadStack(IReadOnlyList<ThreadFrame> Frames)
{
    public static readonly ThreadStack None = new([]);

    /// <summary>The equal stack that it was compared with; null when it was walked.</summary>
    public KnownStack? Known { get; init; }

    /// <summary>The address of its first frame, where it was compared.</summary>
    public ulong Head { get; init; }
}
