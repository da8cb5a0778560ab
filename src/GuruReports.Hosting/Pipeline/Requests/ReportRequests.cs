using GuruReports.Hosting.Boundary;

namespace GuruReports.Hosting.Pipeline.Requests;

/// <summary>
/// The requests that wait for a report. Adding is safe on the runtime's signal thread: it takes locks that only this class
/// and its gates hold, and never for longer than a few instructions.
/// </summary>
internal sealed class ReportRequests
{
    private const int MostReasons = 20;
    private const int LongestReason = 16 << 10;

    private readonly object _gate = new();
    private readonly Dictionary<string, int> _reasons = new(StringComparer.Ordinal);
    private readonly Queue<CaptureRequest> _captures = new();
    private int _count;
    private int _otherReasons;
    private bool _hasForeignReason;
    private volatile bool _hasBegun;

    /// <summary>Gets whether a report has been asked for since the process began.</summary>
    public bool HasBegun => _hasBegun;

    /// <summary>Gets the gate that is open while no request waits and none is answered.</summary>
    public Gate Idle { get; } = Opened();

    /// <summary>Gets the gate that is open while no request is answered.</summary>
    public Gate Between { get; } = Opened();

    /// <summary>Adds a request for a report at the destinations.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="isForeign">Whether the reason is somebody else's text.</param>
    public void Add(string reason, bool isForeign = false)
    {
        var kept = BoundedText.Cut(reason, LongestReason);
        lock (_gate)
        {
            _count++;
            _hasForeignReason |= isForeign;
            Count(kept);
            Begin();
        }
    }

    /// <summary>Adds a request of code that waits for the report itself.</summary>
    public void Add(CaptureRequest capture)
    {
        lock (_gate)
        {
            _captures.Enqueue(capture);
            Begin();
        }
    }

    /// <summary>Waits for the next request; requests for the destinations wait until <paramref name="notBefore"/> has passed.</summary>
    /// <param name="notBefore">Returns how long such requests still have to wait.</param>
    /// <returns>A waiting capture, or all requests for the destinations as one batch. <see cref="Done"/> says that it is answered.</returns>
    public RequestBatch Take(Func<TimeSpan> notBefore)
    {
        lock (_gate)
        {
            while (true)
            {
                if (NextCapture() is { } capture)
                {
                    Between.Close();
                    return new RequestBatch(capture.Reason, 1, capture);
                }

                if (_count == 0)
                {
                    Idle.Open();
                    Monitor.Wait(_gate);
                    continue;
                }

                var wait = notBefore();
                if (wait <= TimeSpan.Zero)
                {
                    Between.Close();
                    return TakeAll();
                }

                Monitor.Wait(_gate, wait);
            }
        }
    }

    /// <summary>Says that the batch that was taken last is answered, however that went.</summary>
    public void Done()
    {
        lock (_gate)
        {
            Between.Open();
            if (_count == 0 && _captures.Count == 0)
            {
                Idle.Open();
            }
        }
    }

    /// <summary>Lets who waits for the next request look again how long that has to wait.</summary>
    public void LookAgain()
    {
        lock (_gate)
        {
            Monitor.PulseAll(_gate);
        }
    }

    private static Gate Opened()
    {
        var gate = new Gate();
        gate.Open();
        return gate;
    }

    // One that nobody waits for any more is not made.
    private CaptureRequest? NextCapture()
    {
        while (_captures.TryDequeue(out var capture))
        {
            if (!capture.IsGivenUp)
            {
                return capture;
            }
        }

        return null;
    }

    private void Begin()
    {
        _hasBegun = true;
        Idle.Close();
        Monitor.PulseAll(_gate);
    }

    private void Count(string reason)
    {
        if (_reasons.TryGetValue(reason, out var known))
        {
            _reasons[reason] = known + 1;
        }
        else if (_reasons.Count < MostReasons)
        {
            _reasons.Add(reason, 1);
        }
        else
        {
            _otherReasons++;
        }
    }

    private RequestBatch TakeAll()
    {
        var parts = new List<string>(_reasons.Count + 1);
        foreach (var (reason, count) in _reasons)
        {
            parts.Add(count == 1 ? reason : FormattableString.Invariant($"{reason} ({count} times)"));
        }

        if (_otherReasons > 0)
        {
            parts.Add(FormattableString.Invariant($"{_otherReasons} for other reasons"));
        }

        var batch = new RequestBatch(string.Join(", ", parts), _count, Capture: null) { HasForeignReason = _hasForeignReason };
        _reasons.Clear();
        (_count, _otherReasons, _hasForeignReason) = (0, 0, false);
        return batch;
    }
}
