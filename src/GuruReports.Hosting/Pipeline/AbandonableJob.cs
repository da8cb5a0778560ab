namespace GuruReports.Hosting.Pipeline;

/// <summary>One piece of foreign work that can be left alone while it runs.</summary>
// Not disposable: without a timer or a wait handle the token's source has nothing to free, and abandoned work may still look at it.
#pragma warning disable CA1001
internal sealed class AbandonableJob<T>(Func<CancellationToken, T?> work, Action returned) : IRunnerJob
    where T : class
#pragma warning restore CA1001
{
    private readonly Lock _gate = new();
    private readonly Gate _done = new();
    private readonly CancellationTokenSource _cancellation = new();

    private bool _finished;
    private bool _abandoned;

    public T? Value { get; private set; }

    public Exception? Error { get; private set; }

    public bool Wait(TimeSpan limit) => _done.Wait(limit);

    /// <summary>Leaves the work alone unless it has just finished.</summary>
    public bool TryAbandon(Action quarantine)
    {
        lock (_gate)
        {
            if (_finished)
            {
                return false;
            }

            _abandoned = true;
            quarantine();
            return true;
        }
    }

    /// <summary>Cancels on a thread of its own: callbacks of a token are foreign code and may block.</summary>
    public void CancelElsewhere() =>
        new Thread(Cancel, maxStackSize: 256 * 1024) { IsBackground = true, Name = "guru-meditation cancel" }.Start();

    public bool Execute()
    {
        // Policy: whatever foreign code throws becomes an entry of the report, never an exception of the host.
        try
        {
            Value = work(_cancellation.Token);
        }
        catch (Exception exception)
        {
            Error = exception;
        }

        lock (_gate)
        {
            _finished = true;
            if (_abandoned)
            {
                Value = null;
                returned();
                return false;
            }
        }

        _done.Open();
        return true;
    }

    private void Cancel()
    {
        // Policy: a callback that throws harms only itself.
        try
        {
            _cancellation.Cancel();
        }
        catch (Exception)
        {
            return;
        }
    }
}
