using GuruReports.Hosting.Telemetry;
using GuruReports.Inspection.Boundary;

namespace GuruReports.Hosting.Registration;

/// <summary>
/// Makes the reporter's meter once for the process, some time after its start, on a thread of its own: whoever listens is told
/// then, and that is foreign code.
/// </summary>
internal static class MeterThread
{
    // A service's start is its busiest time.
    private static readonly TimeSpan s_delay = TimeSpan.FromSeconds(2);

    private static int s_isStarted;

    /// <summary>Starts it; further calls do nothing.</summary>
    public static void Start()
    {
        if (Interlocked.Exchange(ref s_isStarted, 1) == 0)
        {
            LibraryThread.TryStart("guru-meter", Make, stackSize: 256 * 1024);
        }
    }

    private static void Make()
    {
        Thread.Sleep(s_delay);
        _ = ReporterMeter.Shared.Value;
    }
}
