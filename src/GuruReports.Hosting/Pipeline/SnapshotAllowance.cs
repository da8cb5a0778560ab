namespace GuruReports.Hosting.Pipeline;

/// <summary>
/// Spares the service snapshots when reports follow each other without end: an image makes it copy the pages that it writes
/// meanwhile, and the helper wants a processor. A person who asks again and again gets one each time.
/// </summary>
/// <param name="time">The time.</param>
internal sealed class SnapshotAllowance(TimeProvider time)
{
    /// <summary>How many may be taken one after the other after a rest.</summary>
    public const int AtOnce = 6;

    private double _saved = AtOnce;
    private long _last = time.GetTimestamp();

    /// <summary>Takes one.</summary>
    /// <param name="interval">In what time one more is allowed; zero for no limit.</param>
    /// <returns>Null when it may be taken, else when the next may.</returns>
    public TimeSpan? Take(TimeSpan interval)
    {
        if (interval <= TimeSpan.Zero)
        {
            return null;
        }

        var now = time.GetTimestamp();
        _saved = Math.Min(AtOnce, _saved + (time.GetElapsedTime(_last, now) / interval));
        _last = now;
        if (_saved < 1)
        {
            return interval * (1 - _saved);
        }

        _saved--;
        return null;
    }
}
