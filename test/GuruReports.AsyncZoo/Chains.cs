using System.Net.Sockets;
using System.Threading.Channels;

namespace GuruReports.AsyncZoo;

/// <summary>Straight chains; the comments at the awaits are what a report must point to.</summary>
internal static class Chains
{
    private static readonly byte[] s_buffer = new byte[1];

    public static async Task DelayOuter()
    {
        await DelayMiddle(1); // line: DelayOuter
    }

    private static async Task DelayMiddle(int seed)
    {
        _ = await DelayInner(seed).ConfigureAwait(false); // line: DelayMiddle
    }

    private static async Task<int> DelayInner(int seed)
    {
        await Task.Delay(TimeSpan.FromMinutes(30)); // line: DelayInner
        return seed;
    }

    public static async Task ReadOuter(Channel<int> channel)
    {
        _ = await ReadInner(channel); // line: ReadOuter
    }

    private static async Task<int> ReadInner(Channel<int> channel)
    {
        return await channel.Reader.ReadAsync(); // line: ReadInner
    }

    public static async Task WaitToRead(Channel<string> channel)
    {
        await channel.Reader.WaitToReadAsync(); // line: WaitToRead
    }

    public static async Task Write(Channel<int> channel)
    {
        await channel.Writer.WriteAsync(2); // line: Write
    }

    public static async Task SemaphoreOuter(SemaphoreSlim semaphore)
    {
        await SemaphoreInner(semaphore); // line: SemaphoreOuter
    }

    private static async Task SemaphoreInner(SemaphoreSlim semaphore)
    {
        await semaphore.WaitAsync(); // line: SemaphoreInner
    }

    public static async Task SourceOuter(TaskCompletionSource<int> source)
    {
        await SourceMiddle(source); // line: SourceOuter
    }

    private static async Task SourceMiddle(TaskCompletionSource<int> source)
    {
        await SourceInner(source); // line: SourceMiddle
    }

    private static async Task<int> SourceInner(TaskCompletionSource<int> source)
    {
        return await source.Task; // line: SourceInner
    }

    public static async Task Tick(PeriodicTimer timer)
    {
        await timer.WaitForNextTickAsync(); // line: Tick
    }

    public static async Task ReceiveOuter(NetworkStream stream)
    {
        _ = await ReceiveInner(stream); // line: ReceiveOuter
    }

    private static async Task<int> ReceiveInner(NetworkStream stream)
    {
        return await stream.ReadAsync(s_buffer); // line: ReceiveInner
    }
}
