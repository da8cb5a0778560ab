using GuruReports.Hosting.Exceptions;

namespace GuruReports.Hosting.History;

/// <summary>What the runtime counts anyhow.</summary>
/// <param name="exceptions">Who counts the exceptions.</param>
/// <param name="requests">Who counts the requests.</param>
/// <param name="heartbeat">Returns after how many milliseconds the pool answered at worst; NaN where it was not asked.</param>
/// <param name="beats">Returns how many items the pool completed that only asked it.</param>
internal sealed class RuntimeCounters(FirstChanceRecorder exceptions, RequestCounts requests, Func<float> heartbeat, Func<long> beats) : ICounters
{
    private readonly Rates _rates = new();
    private long _ended;
    private TimeSpan _noneEnded;

    public void Read(Span<float> row, TimeSpan passed)
    {
        ReadCollector(row, passed);
        ReadPool(row, passed);
        ReadRequests(row, passed);
        row[(int)Measure.Contentions] = _rates.PerSecond(Measure.Contentions, Monitor.LockContentionCount, passed);
        row[(int)Measure.Exceptions] = _rates.PerSecond(Measure.Exceptions, exceptions.Total, passed);
#pragma warning disable RS0030 // Counting timers uses none.
        row[(int)Measure.Timers] = Timer.ActiveCount;
#pragma warning restore RS0030
    }

    private void ReadCollector(Span<float> row, TimeSpan passed)
    {
        row[(int)Measure.Heap] = GC.GetTotalMemory(forceFullCollection: false);
        row[(int)Measure.Allocated] = _rates.PerSecond(Measure.Allocated, GC.GetTotalAllocatedBytes(precise: false), passed);
        row[(int)Measure.Collections] = _rates.PerSecond(Measure.Collections, GC.CollectionCount(0), passed);
        row[(int)Measure.MiddleCollections] = _rates.PerSecond(Measure.MiddleCollections, GC.CollectionCount(1), passed);
        row[(int)Measure.FullCollections] = _rates.PerSecond(Measure.FullCollections, GC.CollectionCount(2), passed);
        row[(int)Measure.Paused] = _rates.PerSecond(Measure.Paused, GC.GetTotalPauseDuration().TotalSeconds, passed);
    }

    // What ends last and is not followed by another one leaves nothing that waits.
    private void ReadRequests(Span<float> row, TimeSpan passed)
    {
        row[(int)Measure.RequestsBegun] = _rates.PerSecond(Measure.RequestsBegun, requests.Begun, passed);
        row[(int)Measure.RequestsEnded] = _rates.PerSecond(Measure.RequestsEnded, requests.Ended, passed);
        if (requests.Ended is not { } ended)
        {
            return;
        }

        _noneEnded = ended != _ended || !requests.HasBegunLast ? TimeSpan.Zero : _noneEnded + passed;
        _ended = ended;
        row[(int)Measure.RequestAge] = (float)_noneEnded.TotalSeconds;
    }

    private void ReadPool(Span<float> row, TimeSpan passed)
    {
        row[(int)Measure.Workers] = ThreadPool.ThreadCount;
        row[(int)Measure.Queued] = ThreadPool.PendingWorkItemCount;
        row[(int)Measure.Completed] = _rates.PerSecond(Measure.Completed, ThreadPool.CompletedWorkItemCount - beats(), passed);
        row[(int)Measure.HeartbeatDelay] = heartbeat();
    }
}
