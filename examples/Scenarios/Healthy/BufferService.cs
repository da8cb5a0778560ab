using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Scenarios.Healthy;

/// <summary>Long queues that are as they should be: looked at now and then, emptied by a timer, kept for use again, behind a slow reader; loaded: they fill and empty.</summary>
internal sealed class BufferService(bool loaded) : BackgroundService
{
    private const int Kept = 2_000;
    private readonly Channel<string> _polled = Channel.CreateUnbounded<string>();
    private readonly Channel<string> _flushed = Channel.CreateUnbounded<string>();
    private readonly Channel<string> _slow = Channel.CreateUnbounded<string>();
    private readonly BlockingCollection<byte[]> _pool = [];
    private readonly ConcurrentQueue<string> _latest = new();
    private Timer? _flush;
    private long _moved;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var number = 0; number < Kept; number++)
        {
            _pool.Add(new byte[64], stoppingToken);
            Fill(number);
        }

        _flush = new Timer(Flush, null, TimeSpan.FromSeconds(loaded ? 1 : 3_600), TimeSpan.FromSeconds(1));
        new Crew().Start("poller", () => Poll(stoppingToken));
        var reading = ReadSlowlyAsync(stoppingToken);
        Ready.When(() => !loaded || Interlocked.Read(ref _moved) > 10_000);
        for (var number = 0; loaded && !stoppingToken.IsCancellationRequested; number++)
        {
            Fill(number);
            if (_pool.TryTake(out var buffer))
            {
                _pool.Add(buffer, stoppingToken);
            }

            if (number % 100 == 0)
            {
                await Task.Delay(5, stoppingToken);
            }
        }

        await reading;
    }

    private void Fill(int number)
    {
        var line = $"line {number}";
        _polled.Writer.TryWrite(line);
        _flushed.Writer.TryWrite(line);
        _slow.Writer.TryWrite(line);
        _latest.Enqueue(line);
        if (_latest.Count > Kept)
        {
            _latest.TryDequeue(out _);
        }
    }

    private void Poll(CancellationToken stoppingToken)
    {
        while (!stoppingToken.WaitHandle.WaitOne(loaded ? 200 : 60_000))
        {
            Take(_polled.Reader);
        }
    }

    private void Flush(object? state) => Take(_flushed.Reader);

    private void Take(ChannelReader<string> lines)
    {
        while (lines.TryRead(out _))
        {
            Interlocked.Increment(ref _moved);
        }
    }

    private async Task ReadSlowlyAsync(CancellationToken stoppingToken)
    {
        await foreach (var line in _slow.Reader.ReadAllAsync(stoppingToken))
        {
            if (line.EndsWith('9'))
            {
                await Task.Delay(1, stoppingToken);
            }
        }
    }
}
