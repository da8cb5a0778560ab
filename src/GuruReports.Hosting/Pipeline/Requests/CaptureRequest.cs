using GuruReports.Hosting.Boundary;
using GuruReports.Hosting.Pipeline.Collecting;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Pipeline.Requests;

/// <summary>Code that waits for a report of its own.</summary>
/// <param name="reason">Why.</param>
/// <param name="publish">Whether the report goes to the destinations too.</param>
/// <param name="limit">How long the code waits.</param>
internal sealed class CaptureRequest(string reason, bool publish, TimeSpan limit)
{
    private readonly BuildClock _clock = new(limit);
    private readonly Gate _done = new();
    private Report? _report;
    private Exception? _error;
    private volatile bool _isGivenUp;

    public string Reason { get; } = BoundedText.Cut(reason, 16 << 10);

    /// <summary>Gets whether the report goes to the destinations too.</summary>
    public bool Publish => publish;

    /// <summary>Gets how long the code still waits.</summary>
    public TimeSpan Left => _clock.Left;

    /// <summary>Gets whether nobody wants it any more: who waited has gone, and it goes to no destination.</summary>
    public bool IsGivenUp => _isGivenUp && !publish;

    public void Complete(Report report)
    {
        _report = report;
        _done.Open();
    }

    public void Fail(Exception error)
    {
        _error = error;
        _done.Open();
    }

    /// <summary>Waits for the report.</summary>
    /// <exception cref="TimeoutException">The report did not come in time.</exception>
    public Report Wait(CancellationToken cancellation = default)
    {
        using (cancellation.UnsafeRegister(static done => ((Gate)done!).Open(), _done))
        {
            _done.Wait(Left);
        }

        // One that is there is returned, whatever happened at the same time.
        if (_report is null && _error is null)
        {
            _isGivenUp = true;
            cancellation.ThrowIfCancellationRequested();
            throw new TimeoutException(FormattableString.Invariant($"The report did not come within {limit.TotalSeconds:0.#} s."));
        }

        return _report ?? throw new InvalidOperationException("The report could not be made.", _error);
    }
}
