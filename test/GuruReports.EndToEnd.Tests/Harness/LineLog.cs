namespace GuruReports.EndToEnd.Tests.Harness;

/// <summary>The lines of one stream; waiting goes on from the line after the one found last.</summary>
internal sealed class LineLog(string name)
{
    private readonly object _gate = new();
    private readonly List<string> _lines = [];
    private int _next;
    private bool _ended;

    public void Add(string? line)
    {
        lock (_gate)
        {
            if (line is null)
            {
                _ended = true;
            }
            else
            {
                _lines.Add(line);
            }

            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Waits for a line, and returns its index.</summary>
    public int WaitFor(Func<string, bool> isWanted, TimeSpan limit, ChildService service)
    {
        var end = DateTime.UtcNow + limit;
        lock (_gate)
        {
            while (true)
            {
                for (; _next < _lines.Count; _next++)
                {
                    if (isWanted(_lines[_next]))
                    {
                        return _next++;
                    }
                }

                var left = end - DateTime.UtcNow;
                if (_ended || left <= TimeSpan.Zero)
                {
                    break;
                }

                Monitor.Wait(_gate, left);
            }
        }

        throw new TimeoutException($"The awaited line did not come on {name} within {limit.TotalSeconds} s.\n{service.Describe()}");
    }

    public int Count(Func<string, bool> isWanted)
    {
        lock (_gate)
        {
            return _lines.Count(isWanted);
        }
    }

    /// <summary>Returns the lines from one index to another, both included.</summary>
    public string Between(int first, int last)
    {
        lock (_gate)
        {
            return string.Join('\n', _lines[first..(last + 1)]);
        }
    }

    public override string ToString()
    {
        lock (_gate)
        {
            return string.Join('\n', _lines);
        }
    }
}
