namespace GuruReports.Hosting.Pipeline;

/// <summary>
/// The requests that wait for a report. Adding is safe on the runtime's signal thread: it takes a lock that only this
/// class holds, and never for longer than a few instructions.
/// </summary>
internal sealed class ReportRequests
{
    private readonly object _gate = new();
    private readonly Dictionary<string, int> _reasons = new(StringComparer.Ordinal);
    private readonly Queue<CaptureRequest> _captures = new();
    private int _count;

    /// <summary>Gets whether a request waits for a report.</summary>
    public bool IsWaiting
    {
        get
        {
            lock (_gate)
            {
                return _count > 0 || _captures.Count > 0;
            }
        }
    }

    /// <summary>Adds a request for a report at the destinations.</summary>
    public void Add(string reason)
    {
        lock (_gate)
        {
            _count++;
            _reasons[reason] = _reasons.TryGetValue(reason, out var known) ? known + 1 : 1;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Adds a request of code that waits for the report itself.</summary>
    public void Add(CaptureRequest capture)
    {
        lock (_gate)
        {
            _captures.Enqueue(capture);
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Waits for the next request; requests for the destinations wait until <paramref name="notBefore"/> has passed.</summary>
    /// <param name="notBefore">Returns how long such requests still have to wait.</param>
    /// <returns>A waiting capture, or all requests for the destinations as one batch.</returns>
    public RequestBatch Take(Func<TimeSpan> notBefore)
    {
        lock (_gate)
        {
            while (true)
            {
                if (_captures.TryDequeue(out var capture))
                {
                    return new RequestBatch(capture.Reason, 1, capture);
                }

                if (_count == 0)
                {
                    Monitor.Wait(_gate);
                    continue;
                }

                var wait = notBefore();
                if (wait <= TimeSpan.Zero)
                {
                    return TakeAll();
                }

                Monitor.Wait(_gate, wait);
            }
        }
    }

    private RequestBatch TakeAll()
    {
        var parts = new List<string>(_reasons.Count);
        foreach (var (reason, count) in _reasons)
        {
            parts.Add(count == 1 ? reason : FormattableString.Invariant($"{reason} ({count} times)"));
        }

        var batch = new RequestBatch(string.Join(", ", parts), _count, Capture: null);
        _reasons.Clear();
        _count = 0;
        return batch;
    }
}
