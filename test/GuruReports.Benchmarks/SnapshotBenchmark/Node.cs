namespace GuruReports.Benchmarks.SnapshotBenchmark;

/// <summary>A small object, as heaps are full of: 48 bytes.</summary>
internal sealed class Node
{
    public Node? Next;
    public string Text = "";
    public long Value;
    public long Padding = 1;
}
