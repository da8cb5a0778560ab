namespace GuruReports.SnapshotReader.Analysis.Graphs;

/// <summary>Tarjan's strongly connected components, without recursion: chains may be very long.</summary>
internal sealed class StrongParts
{
    private readonly Func<int, int> _edges;
    private readonly Func<int, int, int> _target;
    private readonly int[] _order;
    private readonly int[] _low;
    private readonly bool[] _onStack;
    private readonly Stack<int> _stack = new();
    private readonly Stack<(int Node, int Edge)> _calls = new();
    private readonly List<List<int>> _result = [];
    private int _next = 1;

    private StrongParts(int count, Func<int, int> edges, Func<int, int, int> target)
    {
        _edges = edges;
        _target = target;
        _order = new int[count];
        _low = new int[count];
        _onStack = new bool[count];
    }

    /// <summary>The parts of more than one node, and single nodes that lead to themselves.</summary>
    public static List<List<int>> Find(int count, Func<int, int> edges, Func<int, int, int> target)
    {
        var search = new StrongParts(count, edges, target);
        for (var root = 0; root < count; root++)
        {
            if (search._order[root] == 0)
            {
                search.VisitFrom(root);
            }
        }

        return search._result;
    }

    private void VisitFrom(int root)
    {
        _calls.Push((root, 0));
        while (_calls.TryPop(out var call))
        {
            var (node, edge) = call;
            if (edge == 0)
            {
                Enter(node);
            }
            else
            {
                _low[node] = Math.Min(_low[node], _low[_target(node, edge - 1)]);
            }

            if (!Descends(node, edge) && _low[node] == _order[node])
            {
                Close(node);
            }
        }
    }

    private void Enter(int node)
    {
        _order[node] = _low[node] = _next++;
        _stack.Push(node);
        _onStack[node] = true;
    }

    /// <summary>Goes on with the first edge to a node that was not met yet; false when there is none left.</summary>
    private bool Descends(int node, int edge)
    {
        while (edge < _edges(node))
        {
            var to = _target(node, edge++);
            if (_order[to] == 0)
            {
                _calls.Push((node, edge));
                _calls.Push((to, 0));
                return true;
            }

            if (_onStack[to])
            {
                _low[node] = Math.Min(_low[node], _order[to]);
            }
        }

        return false;
    }

    private void Close(int node)
    {
        var part = new List<int>();
        int member;
        do
        {
            member = _stack.Pop();
            _onStack[member] = false;
            part.Add(member);
        }
        while (member != node);

        if (part.Count > 1 || Enumerable.Range(0, _edges(node)).Any(edge => _target(node, edge) == node))
        {
            _result.Add(part);
        }
    }
}
