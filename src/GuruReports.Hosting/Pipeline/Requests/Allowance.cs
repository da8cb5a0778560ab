namespace GuruReports.Hosting.Pipeline.Requests;

/// <summary>
/// Spares the service what is asked for without end: some come one after the other, as a person asks who looks again and
/// again, then one each interval.
/// </summary>
/// <param name="time">The time.</param>
/// <param name="atOnce">How many may come one after the other after a rest.</param>
internal sealed class Allowance(TimeProvider time, int atOnce)
{
    private double _saved = atOnce;
    private long _last = time.GetTimestamp();

    /// <summary>Gets how many may come one after the other after a rest.</summary>
    public int AtOnce => atOnce;

    /// <summary>Returns in what time the next one may come; zero for now.</summary>
    /// <param name="interval">In what time one more is allowed; zero for no limit.</param>
    public TimeSpan Wait(TimeSpan interval)
    {
        if (interval <= TimeSpan.Zero)
        {
            return TimeSpan.Zero;
        }

        var saved = Saved(interval, time.GetTimestamp());
        return saved < 1 ? interval * (1 - saved) : TimeSpan.Zero;
    }

    /// <summary>Counts one that comes.</summary>
    /// <param name="interval">In what time one more is allowed; zero for no limit.</param>
    public void Take(TimeSpan interval)
    {
        if (interval <= TimeSpan.Zero)
        {
            return;
        }

        var now = time.GetTimestamp();
        _saved = Math.Max(0, Saved(interval, now) - 1);
        _last = now;
    }

    private double Saved(TimeSpan interval, long now) => Math.Min(atOnce, _saved + (time.GetElapsedTime(_last, now) / interval));
}
