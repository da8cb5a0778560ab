namespace Scenarios.Unseen;

/// <summary>Reads an asynchronous sequence in a plain foreach, on pool threads.</summary>
internal sealed class FeedReader : BackgroundService
{
    private int _reading;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var feed = 0; feed < 300; feed++)
        {
            var own = feed;
            ThreadPool.UnsafeQueueUserWorkItem(_ => CountItems(own), null);
        }

        Ready.When(() => Volatile.Read(ref _reading) >= 4 && ThreadPool.PendingWorkItemCount > 100);
        return Task.CompletedTask;
    }

    private int CountItems(int feed)
    {
        Interlocked.Increment(ref _reading);
        var count = 0;
        foreach (var item in ItemsAsync(feed).ToBlockingEnumerable())
        {
            count += item;
        }

        return count;
    }

    private static async IAsyncEnumerable<int> ItemsAsync(int feed)
    {
        for (var item = 0; item < 100; item++)
        {
            await Task.Delay(5);
            yield return feed + item;
        }
    }
}
