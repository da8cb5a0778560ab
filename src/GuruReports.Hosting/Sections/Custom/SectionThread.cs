using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace GuruReports.Hosting.Sections.Custom;

/// <summary>
/// Runs an asynchronous function of the service to its end on the calling thread: what it awaits comes back here, not to the thread pool, which may be
/// what is sick. The caller has a time limit and leaves the thread alone.
/// </summary>
internal sealed class SectionThread : SynchronizationContext
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _work = [];

    /// <summary>Runs it.</summary>
    /// <returns>What it returned.</returns>
    public static object? Run(Func<Task<object?>> function)
    {
        var thread = new SectionThread();
        var before = Current;
        SetSynchronizationContext(thread);
        try
        {
            return thread.RunToEnd(function());
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state) => _work.Add((d, state));

    /// <inheritdoc/>
    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("A section's thread takes nothing that somebody waits for.");

    private object? RunToEnd(Task<object?> task)
    {
        // Wherever the task ends, this thread is woken.
        task.ConfigureAwait(false).GetAwaiter().OnCompleted(() => Post(static _ => { }, null));
        while (!task.IsCompleted)
        {
            var (callback, state) = _work.Take();
            callback(state);
        }

        if (task.Exception?.InnerException is { } exception)
        {
            ExceptionDispatchInfo.Throw(exception);
        }

        return task.GetAwaiter().GetResult();
    }
}
