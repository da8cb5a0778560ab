using System.Collections.Concurrent;

namespace Scenarios.Roots;

/// <summary>A synchronization context with one thread, as forms and test frameworks have it.</summary>
internal sealed class UiLoop : SynchronizationContext
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _queue = [];

    public UiLoop(Action first)
    {
        Post(_ => first(), null);
        new Thread(Run) { IsBackground = true, Name = "ui" }.Start();
    }

    public override void Post(SendOrPostCallback d, object? state) => _queue.Add((d, state));

    private void Run()
    {
        SetSynchronizationContext(this);
        foreach (var (callback, state) in _queue.GetConsumingEnumerable())
        {
            callback(state);
        }
    }
}
