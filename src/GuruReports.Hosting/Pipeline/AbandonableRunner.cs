using System.Diagnostics;

namespace GuruReports.Hosting.Pipeline;

/// <summary>
/// Runs foreign work (sections, sinks) one piece at a time on a thread made beforehand, and leaves that thread alone
/// when the work does not return in time. Work that hung is quarantined by name until it returns.
/// </summary>
/// <remarks>Called from the report worker only; no pool, no timer, no lock shared with the work.</remarks>
internal sealed class AbandonableRunner
{
    private readonly string _threadName;
    private readonly Lock _gate = new();
    private readonly HashSet<string> _quarantined = new(StringComparer.Ordinal);
    private RunnerThread _current;

    public AbandonableRunner(string threadName)
    {
        _threadName = threadName;
        _current = new RunnerThread(threadName);
    }

    /// <summary>Gets how many threads were left alone and have not come back.</summary>
    public int Abandoned
    {
        get
        {
            lock (_gate)
            {
                return _quarantined.Count;
            }
        }
    }

    public RunResult<T> Run<T>(string name, Func<CancellationToken, T?> work, TimeSpan limit, int maximumAbandoned)
        where T : class
    {
        lock (_gate)
        {
            if (_quarantined.Contains(name))
            {
                return new(RunOutcome.Quarantined, null, null, TimeSpan.Zero, 0);
            }

            if (_quarantined.Count >= maximumAbandoned)
            {
                return new(RunOutcome.Refused, null, null, TimeSpan.Zero, 0);
            }
        }

        var started = Stopwatch.GetTimestamp();
        var job = new AbandonableJob<T>(work, () => Release(name));
        _current.Start(job);
        if (!job.Wait(limit) && job.TryAbandon(() => Quarantine(name)))
        {
            var threadId = _current.OSThreadId;
            _current = new RunnerThread(_threadName);
            job.CancelElsewhere();
            return new(RunOutcome.Late, null, null, Stopwatch.GetElapsedTime(started), threadId);
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        return job.Error is { } error
            ? new(RunOutcome.Failed, null, error, elapsed, 0)
            : new(RunOutcome.Completed, job.Value, null, elapsed, 0);
    }

    private void Quarantine(string name)
    {
        lock (_gate)
        {
            _quarantined.Add(name);
        }
    }

    private void Release(string name)
    {
        lock (_gate)
        {
            _quarantined.Remove(name);
        }
    }
}
