using System.Collections.Concurrent;

namespace HeatServices;

/// <summary>The stacks that one service looks after.</summary>
internal sealed class StackStore
{
    private static readonly ConcurrentDictionary<string, StackStore> s_stores = new();
    private int _updates;

    public int Updates => _updates;

    public static StackStore Of(string service) => s_stores.GetOrAdd(service, _ => new StackStore());

    public void Update() => Interlocked.Increment(ref _updates);
}
