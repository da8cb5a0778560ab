using GuruReports.Inspection.Boundary;

namespace GuruReports.Hosting.Boundary;

/// <summary>One piece of work that can be left alone while it runs. It takes no lock that others hold.</summary>
// Not disposable: without a timer or a wait handle the token's source has nothing to free, and abandoned work may still look at it.
#pragma warning disable CA1001
internal sealed class Job<T>(Func<CancellationToken, T?> work, Action returned) : IJob
    where T : class
#pragma warning restore CA1001
{
    private const int Running = 0;
    private const int Finished = 1;
    private const int Abandoned = 2;

    private readonly Gate _done = new();
    private readonly CancellationTokenSource _cancellation = new();
    private int _state;

    public T? Value { get; private set; }

    public ErrorText? Error { get; private set; }

    public bool Wait(TimeSpan limit) => _done.Wait(limit);

    /// <summary>Leaves the work alone unless it has just finished.</summary>
    public bool TryAbandon() => Interlocked.CompareExchange(ref _state, Abandoned, Running) == Running;

    /// <summary>Cancels on a thread of its own: callbacks of a token are foreign code and may block.</summary>
    public void CancelElsewhere()
    {
        if (!_cancellation.IsCancellationRequested)
        {
            LibraryThread.TryStart("guru-cancel", _cancellation.Cancel, stackSize: 256 * 1024);
        }
    }

    public bool Execute()
    {
        // Policy: whatever foreign code throws becomes an entry of the report, never an exception of the host.
        try
        {
            Value = work(_cancellation.Token);
        }
        catch (Exception exception)
        {
            // Still here, under the job's limit: message and trace of an exception are foreign code too.
            Error = ErrorText.Of(exception);
        }

        if (Interlocked.CompareExchange(ref _state, Finished, Running) == Running)
        {
            _done.Open();
            return true;
        }

        Value = null;
        returned();
        return false;
    }
}
