namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>Reads a stream on a thread of its own, so that the moments of lines are not those of a busy thread pool.</summary>
internal sealed class TimedLines
{
    private readonly object _gate = new();
    private readonly List<TimedLine> _lines = [];
    private readonly string _name;
    private int _next;
    private bool _isAtEnd;

    public TimedLines(Stream stream, string name)
    {
        _name = name;
        new Thread(() => Read(stream)) { IsBackground = true, Name = "reader of " + name }.Start();
    }

    /// <summary>Waits for a line after the one that was waited for last.</summary>
    public TimedLine WaitFor(Func<string, bool> isWanted, TimeSpan limit)
    {
        var end = Environment.TickCount64 + (long)limit.TotalMilliseconds;
        lock (_gate)
        {
            while (true)
            {
                while (_next < _lines.Count)
                {
                    var line = _lines[_next++];
                    if (isWanted(line.Text))
                    {
                        return line;
                    }
                }

                var remaining = end - Environment.TickCount64;
                if (_isAtEnd || remaining <= 0)
                {
                    throw new TimeoutException($"The awaited line did not come on {_name}, which has:\n{this}");
                }

                Monitor.Wait(_gate, (int)remaining);
            }
        }
    }

    /// <summary>Lets the next wait begin after what is there already.</summary>
    public void SkipToEnd()
    {
        lock (_gate)
        {
            _next = _lines.Count;
        }
    }

    public int Count(Func<string, bool> isWanted)
    {
        lock (_gate)
        {
            return _lines.Count(line => isWanted(line.Text));
        }
    }

    /// <summary>Waits until the stream ends.</summary>
    public void WaitForEnd()
    {
        lock (_gate)
        {
            while (!_isAtEnd)
            {
                Monitor.Wait(_gate);
            }
        }
    }

    public override string ToString()
    {
        lock (_gate)
        {
            return string.Join('\n', _lines.Select(line => line.Text));
        }
    }

    private void Read(Stream stream)
    {
        using var reader = new StreamReader(stream);
        try
        {
            while (reader.ReadLine() is { } text)
            {
                Add(new TimedLine(text, System.Diagnostics.Stopwatch.GetTimestamp()));
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The test has ended.
        }

        lock (_gate)
        {
            _isAtEnd = true;
            Monitor.PulseAll(_gate);
        }
    }

    private void Add(TimedLine line)
    {
        lock (_gate)
        {
            _lines.Add(line);
            Monitor.PulseAll(_gate);
        }
    }
}
