using System.Runtime.CompilerServices;

namespace GuruReports.AsyncZoo;

/// <summary>Methods that return value tasks, pooled or not, async iterators, and a source of our own.</summary>
internal static class Values
{
    public static async ValueTask PlainOuter(TaskCompletionSource source)
    {
        await PlainInner(source); // line: PlainOuter
    }

    private static async ValueTask<int> PlainInner(TaskCompletionSource source)
    {
        await source.Task; // line: PlainInner
        return 1;
    }

    public static async Task PooledOuter(TaskCompletionSource source)
    {
        await PooledMiddle(source); // line: PooledOuter
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private static async ValueTask PooledMiddle(TaskCompletionSource source)
    {
        await PooledInner(source).ConfigureAwait(false); // line: PooledMiddle
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<int> PooledInner(TaskCompletionSource source)
    {
        await source.Task; // line: PooledInner
        return 2;
    }

    public static async Task Consume(TaskCompletionSource source)
    {
        await foreach (var item in Produce(source)) // line: Consume
        {
            GC.KeepAlive(item);
        }
    }

    private static async IAsyncEnumerable<object> Produce(TaskCompletionSource source)
    {
        yield return source;
        await source.Task; // line: Produce
        yield return source;
    }

    public static async Task AwaitSource(ManualSource source)
    {
        await new ValueTask<int>(source, source.Version); // line: AwaitSource
    }
}
