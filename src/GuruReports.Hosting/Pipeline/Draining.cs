using GuruReports.Hosting.Boundary;
using GuruReports.Hosting.Pipeline.Requests;

namespace GuruReports.Hosting.Pipeline;

/// <summary>Ends a running report early, with what it has, and gives it a moment to be written.</summary>
/// <param name="requests">Says whether one is running.</param>
/// <param name="stop">What a running report looks at.</param>
/// <param name="limit">How long is waited for it.</param>
internal sealed class Draining(ReportRequests requests, Gate stop, TimeSpan limit)
{
    /// <summary>Ends the running report and those that wait: the process, or its last host, ends.</summary>
    /// <returns>Whether no report is running any more.</returns>
    public bool Drain()
    {
        stop.Open();
        requests.LookAgain();
        return requests.Idle.Wait(limit);
    }

    /// <summary>Ends the running report, so that it does not take the time of one that must come now.</summary>
    public void HurryUp(TimeSpan atMost)
    {
        stop.Open();
        requests.Between.Wait(atMost);
        stop.Close();
    }

    /// <summary>Lets reports take their time again.</summary>
    public void Resume() => stop.Close();
}
