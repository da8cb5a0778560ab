namespace GuruReports.Hosting.Triggers;

/// <summary>The heartbeat of the thread pool: one object, queued over and over, so that beating allocates nothing.</summary>
internal sealed class PoolHeartbeat : IHeartbeat, IThreadPoolWorkItem
{
    private volatile bool _isUnderWay;

    /// <inheritdoc/>
    public bool IsWorkWaiting => ThreadPool.PendingWorkItemCount > 0;

    /// <inheritdoc/>
    public bool IsUnderWay => _isUnderWay;

    /// <inheritdoc/>
    public void Send()
    {
        _isUnderWay = true;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <inheritdoc/>
    public void Execute() => _isUnderWay = false;
}
