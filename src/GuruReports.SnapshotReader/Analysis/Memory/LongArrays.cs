namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>Keeps the longest arrays that the walk comes by: what grows without end grows in one, mostly.</summary>
internal sealed class LongArrays
{
    /// <summary>Shorter ones are nothing to look at.</summary>
    public const int Least = 5_000;

    private const int Most = 32;
    private readonly PriorityQueue<(ulong Address, ObjectKind Kind, int Length), int> _shortestFirst = new();

    public IReadOnlyList<(ulong Address, ObjectKind Kind, int Length)> Longest => [.. _shortestFirst.UnorderedItems.Select(static item => item.Element).OrderByDescending(static array => array.Length).ThenBy(static array => array.Address)];

    public void Add(ulong address, ObjectKind kind, int length)
    {
        if (length < Least)
        {
            return;
        }

        if (_shortestFirst.Count < Most)
        {
            _shortestFirst.Enqueue((address, kind, length), length);
        }
        else
        {
            _shortestFirst.EnqueueDequeue((address, kind, length), length);
        }
    }
}
