using GuruReports.SnapshotReader.Analysis.Graphs;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>Finds nodes that wait for themselves through others: strongly connected parts of the graph (Tarjan, without recursion).</summary>
internal static class AwaitCircles
{
    /// <summary>Marks the nodes of each circle and returns the circles, each in the order in which its nodes wait.</summary>
    public static List<List<AwaitNode>> Find(IReadOnlyList<AwaitNode> nodes)
    {
        var result = new List<List<AwaitNode>>();
        foreach (var part in StrongParts.Find(nodes.Count, index => nodes[index].Producers.Count, (index, i) => nodes[index].Producers[i].Index))
        {
            var members = part.Select(index => nodes[index]).ToList();
            foreach (var member in members)
            {
                member.Circle = result.Count + 1;
            }

            result.Add(InOrder(members));
        }

        return result;
    }

    /// <summary>One way round: from each node to the first of its producers within the circle, until a node comes again.</summary>
    private static List<AwaitNode> InOrder(List<AwaitNode> members)
    {
        var order = new List<AwaitNode>();
        var current = members.MinBy(static node => node.Address)!;
        while (!order.Contains(current))
        {
            order.Add(current);
            current = current.Producers.First(producer => producer.Circle == current.Circle);
        }

        return order[order.IndexOf(current)..];
    }
}
