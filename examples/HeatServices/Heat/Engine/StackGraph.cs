using System.Collections.Concurrent;

namespace Heat.Engine;

/// <summary>The stacks as the engine has them in memory, each with the lock of whoever changes it.</summary>
/// <remarks>There is a mistake in here: two stacks that nest each other are locked in the order in which they are named. The reports of a stuck engine say so.</remarks>
internal sealed class StackGraph
{
    private static readonly TimeSpan s_validation = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, object> _stacks = new();

    /// <summary>Changes a stack together with one that it nests.</summary>
    public void Update(string stack, string nested)
    {
        lock (Of(stack))
        {
            Validate();
            UpdateNested(nested);
        }
    }

    private void UpdateNested(string nested)
    {
        lock (Of(nested))
        {
            Validate();
        }
    }

    private object Of(string stack) => _stacks.GetOrAdd(stack, _ => new object());

    // The old library that checks templates takes its time and knows no await.
    private static void Validate() => Thread.Sleep(s_validation);
}
