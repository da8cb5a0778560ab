using GuruReports.Hosting.History;
using GuruReports.Hosting.Telemetry;
using GuruReports.Inspection.Boundary;

namespace GuruReports.Hosting.Registration;

/// <summary>
/// Makes the reporter's meter once for the process, some time after its start, and listens to the server's from then on; on a thread of
/// its own, since whoever listens or publishes is told then, and that is foreign code.
/// </summary>
internal static class MeterThread
{
    // A service's start is its busiest time.
    private static readonly TimeSpan s_delay = TimeSpan.FromSeconds(2);

    private static int s_isStarted;

    /// <summary>Starts it; further calls do nothing.</summary>
    /// <param name="countsRequests">Whether requests are counted where nobody else listens.</param>
    public static void Start(bool countsRequests)
    {
        if (Interlocked.Exchange(ref s_isStarted, 1) == 0)
        {
            LibraryThread.TryStart("guru-meter", () => Make(countsRequests), stackSize: 256 * 1024);
        }
    }

    private static void Make(bool countsRequests)
    {
        Thread.Sleep(s_delay);
        _ = ReporterMeter.Shared.Value;
        RequestCounts.Shared.Begin(countsRequests);
    }
}
