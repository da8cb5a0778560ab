namespace WorkerService;

/// <summary>What the service counts; shown in its reports as a section of its own.</summary>
internal sealed class OrderStatistics
{
    private int _received;
    private int _processed;
    private int _unpriced;

    public static OrderStatistics Shared { get; } = new();

    public int Received => _received;

    public int Processed => _processed;

    public int Unpriced => _unpriced;

    public void CountReceived() => Interlocked.Increment(ref _received);

    public void CountProcessed() => Interlocked.Increment(ref _processed);

    public void CountUnpriced() => Interlocked.Increment(ref _unpriced);
}
