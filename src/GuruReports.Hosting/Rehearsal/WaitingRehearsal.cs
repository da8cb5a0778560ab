using GuruReports.Hosting.Pipeline;
using GuruReports.Inspection.Boundary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Rehearsal;

/// <summary>
/// Compiles, while the first report of the process would only wait for its snapshot, what comes next. Once per process; on the
/// report worker's thread only.
/// </summary>
internal sealed class WaitingRehearsal : IWaitingWork
{
    private bool _isDone;

    /// <inheritdoc/>
    public void Run(GuruMeditationOptions options, IEnumerable<ReportSection> collected, Func<bool> isOver)
    {
        if (_isDone || !options.Rehearsal)
        {
            return;
        }

        _isDone = true;

        // Policy: a step that fails costs the report some time, which then says itself what failed.
        try
        {
            foreach (var step in new ReportRehearsal(options).StepsAfter(collected))
            {
                if (isOver() || !HeapRoom.IsEnough)
                {
                    return;
                }

                step();
            }
        }
        catch (Exception)
        {
            return;
        }
    }
}
