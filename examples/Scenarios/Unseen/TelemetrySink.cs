using System.Collections.Concurrent;

namespace Scenarios.Unseen;

/// <summary>Consumers that ask an empty queue again and again, more of them than CPUs.</summary>
internal sealed class TelemetrySink : BackgroundService
{
    private readonly ConcurrentQueue<string> _queue = new();
    private long _stored;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        new Crew().Start(6, "telemetry", _ => Drain(stoppingToken));
        Ready.When(() => Interlocked.Read(ref _stored) > 50);
        while (!stoppingToken.IsCancellationRequested)
        {
            _queue.Enqueue("request 12 ms");
            await Task.Delay(20, stoppingToken);
        }
    }

    private void Drain(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (_queue.TryDequeue(out var line))
            {
                Interlocked.Add(ref _stored, line.Length > 0 ? 1 : 0);
            }
            else
            {
                Thread.Yield();
            }
        }
    }
}
