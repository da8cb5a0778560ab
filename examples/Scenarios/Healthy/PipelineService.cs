using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Scenarios.Healthy;

/// <summary>Dedicated threads that wait for work in all the usual ways; loaded: work comes.</summary>
internal sealed class PipelineService(bool loaded) : BackgroundService
{
    private readonly BlockingCollection<int> _orders = new(100);
    private readonly Channel<int> _events = Channel.CreateUnbounded<int>();
    private readonly AutoResetEvent _wake = new(false);
    private readonly object _pulse = new();
    private readonly SemaphoreSlim _tokens = new(0);
    private int _handled;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var waiting = new Crew()
            .Start(6, "order-consumer", _ => ConsumeOrders())
            .Start("alarm", () => _wake.WaitOne())
            .Start("pulse", WaitForPulse)
            .Start("tokens", () => _tokens.Wait())
            .Start("sweeper", () => SweepForever(stoppingToken));
        new Crew().Start("acceptor", Accept);
        var consumers = Enumerable.Range(0, 20).Select(_ => ConsumeEventsAsync(stoppingToken)).ToArray();
        if (loaded)
        {
            new Crew().Start("producer", () => Produce(stoppingToken));
        }

        Ready.When(() => loaded ? Volatile.Read(ref _handled) > 500 : waiting.AllWait);
        await Task.WhenAll(consumers);
    }

    private void ConsumeOrders()
    {
        foreach (var order in _orders.GetConsumingEnumerable())
        {
            Interlocked.Increment(ref _handled);
            _events.Writer.TryWrite(order);
        }
    }

    private async Task ConsumeEventsAsync(CancellationToken stoppingToken)
    {
        await foreach (var order in _events.Reader.ReadAllAsync(stoppingToken))
        {
            Interlocked.Add(ref _handled, order & 1);
        }
    }

    private void WaitForPulse()
    {
        lock (_pulse)
        {
            Monitor.Wait(_pulse);
        }
    }

    private static void Accept()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        listener.AcceptTcpClient().Dispose();
    }

    private static void SweepForever(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            Thread.Sleep(TimeSpan.FromMilliseconds(500));
        }
    }

    private void Produce(CancellationToken stoppingToken)
    {
        for (var number = 0; !stoppingToken.IsCancellationRequested; number++)
        {
            _orders.Add(number, stoppingToken);
            if (number % 50 == 0)
            {
                Thread.Sleep(5);
            }
        }
    }
}
