using System.Collections.Concurrent;

namespace Scenarios.Sick;

/// <summary>Polls an empty queue without ever waiting.</summary>
internal sealed class QueuePoller : BackgroundService
{
    private readonly ConcurrentQueue<string> _messages = new();
    private long _polls;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var poller = new Thread(() => Poll(stoppingToken)) { IsBackground = true, Name = "queue-poller" };
        poller.Start();

        Ready.When(() => Interlocked.Read(ref _polls) > 400_000_000);
        return Task.CompletedTask;
    }

    private void Poll(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (_messages.TryDequeue(out var message))
            {
                Console.WriteLine(message);
            }

            _polls++;
        }
    }
}
