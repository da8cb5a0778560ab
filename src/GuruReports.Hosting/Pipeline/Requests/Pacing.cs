using GuruReports.Hosting.Pipeline.Collecting;

namespace GuruReports.Hosting.Pipeline.Requests;

/// <summary>Spaces the reports that go to destinations: one at least the interval after the other, and more where they never stop.</summary>
internal sealed class Pacing(TimeProvider time)
{
    // A report takes some 25 ms of a processor: each second it would be felt, each ten it is not.
    private const int ReportsAtOnce = 10;
    private const int EndlessFactor = 10;

    private readonly Allowance _allowance = new(time, ReportsAtOnce);
    private long? _lastStart;

    /// <summary>Returns in what time the next report may start; zero for now.</summary>
    /// <param name="interval">The least time between two starts.</param>
    public TimeSpan ToNext(TimeSpan interval) => _lastStart is { } last
        ? TimeLimits.Max(TimeLimits.Max(interval - time.GetElapsedTime(last), _allowance.Wait(interval * EndlessFactor)), TimeSpan.Zero)
        : TimeSpan.Zero;

    /// <summary>Counts a report that starts.</summary>
    /// <param name="interval">The least time between two starts.</param>
    public void Start(TimeSpan interval)
    {
        _lastStart = time.GetTimestamp();
        _allowance.Take(interval * EndlessFactor);
    }
}
