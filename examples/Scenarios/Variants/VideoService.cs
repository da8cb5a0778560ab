namespace Scenarios.Variants;

/// <summary>A new large buffer for each frame next to a large live graph: every few frames a full collection.</summary>
internal sealed class VideoService : BackgroundService
{
    private readonly Dictionary<int, object> _index = Enumerable.Range(0, 1_500_000).ToDictionary(number => number, number => (object)new Entry(number));

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        new Crew().Start("video", () => DecodeForever(stoppingToken));

        Ready.When(() => GC.GetTotalPauseDuration().TotalSeconds > 0.8);
        return Task.CompletedTask;
    }

    private void DecodeForever(CancellationToken stoppingToken)
    {
        var window = new Queue<byte[][]>();
        while (!stoppingToken.IsCancellationRequested)
        {
            window.Enqueue(NextFrame());
            if (window.Count > 3)
            {
                window.Dequeue();
            }
        }
    }

    private byte[][] NextFrame()
    {
        var planes = new byte[20_000][];
        for (var plane = 0; plane < planes.Length; plane++)
        {
            planes[plane] = new byte[_index.Count % 7 + 500];
        }

        _index[0] = new Entry(planes.Length);
        return planes;
    }

    private sealed record Entry(int Number);
}
