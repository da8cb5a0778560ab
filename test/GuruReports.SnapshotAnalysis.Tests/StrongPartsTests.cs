using GuruReports.SnapshotReader.Analysis;
using GuruReports.SnapshotReader.Analysis.Graphs;

namespace GuruReports.SnapshotAnalysis.Tests;

public sealed class StrongPartsTests
{
    [Fact]
    public void Find_TwoCirclesAndATail_FindsBothCircles()
    {
        int[][] edges = [[1], [2], [0], [0], [5], [4], [6]];

        var parts = Find(edges);

        Assert.Equal(["0 1 2", "4 5", "6"], parts);
    }

    [Fact]
    public void Find_LongChain_NeedsNoStack()
    {
        const int Length = 300_000;
        var edges = Enumerable.Range(0, Length).Select(static i => new[] { (i + 1) % Length }).ToArray();

        var parts = StrongParts.Find(Length, static _ => 1, (node, _) => edges[node][0]);

        Assert.Equal(Length, Assert.Single(parts).Count);
    }

    private static List<string> Find(int[][] edges) =>
    [
        .. StrongParts.Find(edges.Length, node => edges[node].Length, (node, edge) => edges[node][edge])
            .Select(static part => string.Join(' ', part.Order())).Order(StringComparer.Ordinal),
    ];
}
