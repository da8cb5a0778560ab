using System.Diagnostics;

namespace GuruReports.Hosting.Triggers;

/// <summary>The heartbeat of the thread pool: one object, queued over and over, so that beating allocates nothing.</summary>
internal sealed class PoolHeartbeat : IHeartbeat, IThreadPoolWorkItem
{
    private const long Unknown = -1;

    private volatile bool _isUnderWay;
    private long _sentAt;
    private long _answeredAfter = Unknown;
    private long _count;

    /// <summary>Gets how many beats the pool has run: they are among what it has completed.</summary>
    public long Count => Volatile.Read(ref _count);

    /// <inheritdoc/>
    public bool IsWorkWaiting => ThreadPool.PendingWorkItemCount > 0;

    /// <inheritdoc/>
    public bool IsUnderWay => _isUnderWay;

    /// <inheritdoc/>
    public void Send()
    {
        Volatile.Write(ref _sentAt, Stopwatch.GetTimestamp());
        _isUnderWay = true;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <inheritdoc/>
    public void Execute()
    {
        var after = Stopwatch.GetTimestamp() - Volatile.Read(ref _sentAt);
        Volatile.Write(ref _answeredAfter, Math.Max(after, Volatile.Read(ref _answeredAfter)));
        Volatile.Write(ref _count, _count + 1);
        _isUnderWay = false;
    }

    /// <summary>Returns after how many milliseconds the pool answered at worst since this was asked last, or for how long it has not; NaN when no beat was sent.</summary>
    public float TakeDelay()
    {
        var answered = Interlocked.Exchange(ref _answeredAfter, Unknown);
        var ticks = _isUnderWay ? Math.Max(answered, Stopwatch.GetTimestamp() - Volatile.Read(ref _sentAt)) : answered;
        return ticks < 0 ? float.NaN : (float)(ticks * 1000.0 / Stopwatch.Frequency);
    }
}
