using System.Runtime.CompilerServices;

namespace GuruReports.AsyncZoo;

/// <summary>Chains in which state machines and methods that the runtime suspends stand behind each other; one kind where there is but one.</summary>
internal static class Mixed
{
    /// <summary>Flows with the methods.</summary>
    public static readonly AsyncLocal<string> Order = new();

    [RuntimeAsyncMethodGeneration(false)]
    public static async Task First(TaskCompletionSource source)
    {
        Order.Value = "order 7";
        await Second(source); // line: Mixed first
    }

    private static async Task<int> Second(TaskCompletionSource source)
    {
        return await Third(source); // line: Mixed second
    }

    [RuntimeAsyncMethodGeneration(false)]
    private static async ValueTask<int> Third(TaskCompletionSource source)
    {
        await Fourth(source).ConfigureAwait(false); // line: Mixed third
        return 3;
    }

    private static async Task Fourth(TaskCompletionSource source)
    {
        for (var round = 0; round < 2; round++)
        {
            await Task.Yield();
        }

        try
        {
            await source.Task; // line: Mixed fourth
        }
        finally
        {
            await Task.Delay(1);
        }
    }
}
