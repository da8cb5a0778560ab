namespace GuruReports.SnapshotReader.Analysis;

/// <summary>Tarjan's strongly connected components, without recursion: chains may be very long.</summary>
internal static class StrongParts
{
    /// <summary>The parts of more than one node, and single nodes that lead to themselves.</summary>
    public static List<List<int>> Find(int count, Func<int, int> edges, Func<int, int, int> target)
    {
        var result = new List<List<int>>();
        var order = new int[count];
        var low = new int[count];
        var onStack = new bool[count];
        var stack = new Stack<int>();
        var calls = new Stack<(int Node, int Edge)>();
        var next = 1;
        for (var root = 0; root < count; root++)
        {
            if (order[root] != 0)
            {
                continue;
            }

            calls.Push((root, 0));
            while (calls.TryPop(out var call))
            {
                var (node, edge) = call;
                if (edge == 0)
                {
                    order[node] = low[node] = next++;
                    stack.Push(node);
                    onStack[node] = true;
                }
                else
                {
                    low[node] = Math.Min(low[node], low[target(node, edge - 1)]);
                }

                while (edge < edges(node))
                {
                    var to = target(node, edge++);
                    if (order[to] == 0)
                    {
                        calls.Push((node, edge));
                        calls.Push((to, 0));
                        goto descend;
                    }

                    if (onStack[to])
                    {
                        low[node] = Math.Min(low[node], order[to]);
                    }
                }

                if (low[node] == order[node])
                {
                    Pop(node, stack, onStack, result, edges, target);
                }

            descend:;
            }
        }

        return result;
    }

    private static void Pop(int node, Stack<int> stack, bool[] onStack, List<List<int>> result, Func<int, int> edges, Func<int, int, int> target)
    {
        var part = new List<int>();
        int member;
        do
        {
            member = stack.Pop();
            onStack[member] = false;
            part.Add(member);
        }
        while (member != node);

        if (part.Count > 1 || Enumerable.Range(0, edges(node)).Any(edge => target(node, edge) == node))
        {
            result.Add(part);
        }
    }
}
