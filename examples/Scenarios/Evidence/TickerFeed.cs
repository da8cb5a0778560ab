using System.Net;
using System.Net.Sockets;

namespace Scenarios.Evidence;

/// <summary>Pushes ticks to a subscriber over TCP, from a thread of its own; the subscriber has stopped reading. The healthy twin's reads on, slowly.</summary>
internal sealed class TickerFeed(bool subscriberReads) : BackgroundService
{
    private const int LongEnoughMilliseconds = 6_000;
    private readonly byte[] _tick = new byte[4096];
    private long _pushedAt = Environment.TickCount64;
    private int _pushed;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var feed = new TcpClient();
        feed.Connect((IPEndPoint)listener.LocalEndpoint);
        var subscriber = listener.AcceptTcpClient();
        var crew = new Crew().Start("ticker", () => PushForever(feed.GetStream()));
        if (subscriberReads)
        {
            crew.Start("subscriber", () => ReadForever(subscriber.GetStream()));
        }

        Ready.When(() => subscriberReads ? Volatile.Read(ref _pushed) > 200 : Environment.TickCount64 - Volatile.Read(ref _pushedAt) > LongEnoughMilliseconds);
        return Task.Delay(Timeout.Infinite, stoppingToken);
    }

    private void PushForever(NetworkStream subscriber)
    {
        while (true)
        {
            Push(subscriber);
            Volatile.Write(ref _pushedAt, Environment.TickCount64);
            Interlocked.Increment(ref _pushed);
        }
    }

    private void Push(NetworkStream subscriber) => subscriber.Write(_tick);

    private static void ReadForever(NetworkStream feed)
    {
        var ticks = new byte[64 * 1024];
        while (feed.Read(ticks) > 0)
        {
            Thread.Sleep(2);
        }
    }
}
