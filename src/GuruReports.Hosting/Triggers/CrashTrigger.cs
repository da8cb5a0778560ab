using GuruReports.Inspection.Boundary;

namespace GuruReports.Hosting.Triggers;

/// <summary>
/// Makes a report before an unhandled exception ends the process. Stack overflow, <c>Environment.FailFast</c> and
/// native crashes never come here: the runtime ends the process at once.
/// </summary>
internal sealed class CrashTrigger
{
    private readonly Action<string> _report;
    private readonly TimeSpan _limit;
    private int _hasRun;

    private CrashTrigger(Action<string> report, TimeSpan limit)
    {
        _report = report;
        _limit = limit;
    }

    /// <summary>
    /// Arms the trigger for the rest of the process's life. The report is made once, on a thread of its own, and waited for
    /// so long.
    /// </summary>
    internal static CrashTrigger Arm(Action<string> report, TimeSpan limit)
    {
        var trigger = new CrashTrigger(report, limit);
        AppDomain.CurrentDomain.UnhandledException += trigger.OnUnhandled;
        return trigger;
    }

    /// <summary>Runs on the thread whose exception nobody handles; its stack is still whole.</summary>
    internal void OnUnhandled(object? sender, UnhandledExceptionEventArgs arguments)
    {
        // A second thread may fail meanwhile; the first one's report shows it.
        if (!arguments.IsTerminating || Interlocked.Exchange(ref _hasRun, 1) != 0)
        {
            return;
        }

        try
        {
            // The type alone: messages carry secrets, and the runtime prints the message itself.
            var reason = $"unhandled {arguments.ExceptionObject.GetType().FullName} on thread #{Environment.CurrentManagedThreadId}";
            LibraryThread.TryStart("guru-crash", () => _report(reason))?.Join(_limit);
        }
        catch (Exception)
        {
            // Named boundary: the process is ending; its own exception must be the one that is seen.
        }
    }
}
