namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>Counts equal logical stacks.</summary>
internal sealed class ChainGroup
{
    private const int MostExamples = 3;

    public required int Id { get; init; }

    /// <summary>The outermost frame; its predecessors in the trie are the inner ones.</summary>
    public required int Outermost { get; init; }

    public required AwaitTargetKey Target { get; init; }

    public int Count { get; private set; }

    public List<ulong> Examples { get; } = [];

    public HashSet<int> BlockedThreads { get; } = [];

    public HashSet<int> HeldUpBy { get; } = [];

    public Dictionary<ulong, (AwaitTargetFound Target, int Count)> Details { get; } = [];

    public void Add(ulong innermost, AwaitTargetFound target)
    {
        Count++;
        if (Examples.Count < MostExamples)
        {
            Examples.Add(innermost);
        }

        Details[target.Address] = Details.TryGetValue(target.Address, out var known) ? (known.Target, known.Count + 1) : (target, 1);
    }
}
