using System.Diagnostics;

namespace GuruReports.Hosting.Boundary;

/// <summary>
/// Runs what may hang or misbehave, each piece on a thread made beforehand, and leaves that thread alone when the work does
/// not return in time. Work that hung is quarantined by name until it returns. The process has one, and so one limit.
/// </summary>
/// <remarks>
/// No pool, no timer, no lock shared with the work. A thread on which foreign code ran is not used again: whatever was left
/// on it, or somebody still does to it, ends with it. Any thread may call.
/// </remarks>
internal sealed class JobRunner
{
    // The work is told before its time is over, so that it can hand over the part that it has.
    private const double ToldAfter = 0.8;

    private readonly Lock _gate = new();
    private readonly Quarantine _quarantine = new();
    private JobThread? _idle = JobThread.TryStart();

    /// <summary>Gets the process's runner.</summary>
    public static JobRunner Shared { get; } = new();

    /// <summary>Gets how many threads were left alone and have not come back.</summary>
    public int Abandoned => _quarantine.Count;

    /// <summary>Runs the library's own work. It is not refused because others hang.</summary>
    public JobResult<T> Run<T>(string name, Func<CancellationToken, T?> work, TimeSpan limit)
        where T : class => Run(name, work, limit, isForeign: false);

    /// <summary>Runs work that calls code of the service, or of anybody else.</summary>
    /// <param name="name">The name of its quarantine.</param>
    /// <param name="work">Hands over the library's own values only.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="maximumAbandoned">How many threads may have been left alone for it to be begun.</param>
    public JobResult<T> RunForeign<T>(string name, Func<CancellationToken, T?> work, TimeSpan limit, int maximumAbandoned)
        where T : class => Abandoned >= maximumAbandoned && !_quarantine.Holds(name)
            ? new(JobOutcome.Refused, null, null, TimeSpan.Zero, 0)
            : Run(name, work, limit, isForeign: true);

    /// <summary>Lets no thread that was left alone keep the process from ending.</summary>
    public void KeepInBackground() => _quarantine.KeepInBackground();

    private JobResult<T> Run<T>(string name, Func<CancellationToken, T?> work, TimeSpan limit, bool isForeign)
        where T : class
    {
        if (_quarantine.Holds(name))
        {
            return new(JobOutcome.Quarantined, null, null, TimeSpan.Zero, 0);
        }

        if (Take() is not { } thread)
        {
            return new(JobOutcome.Refused, null, null, TimeSpan.Zero, 0);
        }

        var started = Stopwatch.GetTimestamp();
        var job = new Job<T>(work, () => _quarantine.Release(name));
        thread.Start(job);
        if (!Wait(job, limit) && _quarantine.TryAdd(name, job, thread))
        {
            Keep(JobThread.TryStart());
            return new(JobOutcome.Late, null, null, Stopwatch.GetElapsedTime(started), thread.OSThreadId);
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        GiveBack(thread, isForeign);
        return job.Error is { } error
            ? new(JobOutcome.Failed, null, error, elapsed, 0)
            : new(JobOutcome.Completed, job.Value, null, elapsed, 0);
    }

    private static bool Wait<T>(Job<T> job, TimeSpan limit)
        where T : class
    {
        var told = limit * ToldAfter;
        if (job.Wait(told))
        {
            return true;
        }

        job.CancelElsewhere();
        return job.Wait(limit - told);
    }

    private JobThread? Take()
    {
        lock (_gate)
        {
            (var thread, _idle) = (_idle, null);
            return thread ?? JobThread.TryStart();
        }
    }

    // The next thread is made while nothing waits for it, and while there is room for one.
    private void GiveBack(JobThread thread, bool isForeign)
    {
        if (!isForeign)
        {
            Keep(thread);
        }
        else if (JobThread.TryStart() is { } next)
        {
            thread.End();
            Keep(next);
        }
        else
        {
            thread.Renew();
            Keep(thread);
        }
    }

    private void Keep(JobThread? thread)
    {
        lock (_gate)
        {
            if (_idle is null)
            {
                _idle = thread;
                return;
            }
        }

        thread?.End();
    }
}
