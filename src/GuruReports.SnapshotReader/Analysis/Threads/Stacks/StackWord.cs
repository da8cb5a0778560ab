namespace GuruReports.SnapshotReader.Analysis.Threads.Stacks;

/// <summary>A word of a stack as equal stacks have it in common: an address in the stack itself is told by its distance.</summary>
/// <param name="IsDistance">Whether <paramref name="Value"/> is the distance from the first frame.</param>
/// <param name="Value">The distance, or the word itself.</param>
internal readonly record struct StackWord(bool IsDistance, ulong Value)
{
    // Inner frames lie below the first one, which is a part of a method's; the largest stack is that of a main thread.
    private const ulong Below = 64 * 1024;
    private const ulong Above = 8 * 1024 * 1024;

    /// <summary>Makes it of a word of the stack whose first frame is at <paramref name="head"/>.</summary>
    public static StackWord Of(ulong word, ulong head) =>
        word - (head - Below) < Below + Above ? new(true, word - head) : new(false, word);
}
