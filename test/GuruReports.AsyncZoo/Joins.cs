namespace GuruReports.AsyncZoo;

/// <summary>Methods that wait for several tasks or for tasks made of others.</summary>
internal static class Joins
{
    /// <summary>Bodies of Task.Run that have not yet reached their await.</summary>
    public static int Running;

    public static async Task All(TaskCompletionSource source)
    {
        await Task.WhenAll(Child(source), Child(source), Child(source), Child(source), Child(source)); // line: All
    }

    public static async Task Any(TaskCompletionSource source)
    {
        await Task.WhenAny(Child(source), Task.Delay(TimeSpan.FromHours(2))); // line: Any
    }

    public static async Task Run(TaskCompletionSource source)
    {
        Interlocked.Increment(ref Running);
        await Task.Run(async () =>
        {
            Interlocked.Decrement(ref Running);
            await source.Task; // line: Run+lambda
        }); // line: Run
    }

    public static async Task Continue(TaskCompletionSource source)
    {
        await Child(source).ContinueWith(static _ => GC.KeepAlive(_), TaskScheduler.Default); // line: Continue
    }

    public static async Task WaitAsync(TaskCompletionSource source)
    {
        await source.Task.WaitAsync(TimeSpan.FromHours(3)); // line: WaitAsync
    }

    private static async Task Child(TaskCompletionSource source)
    {
        await source.Task; // line: Child
    }
}
