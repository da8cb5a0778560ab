using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace GuruReports.AsyncZoo;

/// <summary>Starts pending async methods of every kind in known numbers.</summary>
internal sealed class Methods
{
    private readonly List<object> _kept = [];
    private readonly TaskCompletionSource _never = new();
    private readonly SemaphoreSlim _semaphore = new(0, 7);
    private int _started;

    /// <summary>Starts <paramref name="total"/> pending methods: a fixed set of kinds, then plain ones up to the total.</summary>
    public void Build(int total)
    {
        Repeat(500, 3, () => Chains.DelayOuter());
        Repeat(200, 2, () => Chains.ReadOuter(Keep(Channel.CreateUnbounded<int>())));
        Repeat(100, 1, () => Chains.WaitToRead(Keep(Channel.CreateBounded<string>(3))));
        Repeat(100, 1, () => Chains.Write(Keep(Full())));
        Repeat(300, 2, () => Chains.SemaphoreOuter(_semaphore));
        Repeat(500, 3, () => Chains.SourceOuter(Keep(new TaskCompletionSource<int>())));
        Repeat(50, 1, () => Chains.Tick(Keep(new PeriodicTimer(TimeSpan.FromHours(1)))));
        Repeat(40, 2, () => Chains.ReceiveOuter(Connect()));
        Repeat(100, 6, () => Joins.All(Keep(new TaskCompletionSource())));
        Repeat(100, 2, () => Joins.Any(Keep(new TaskCompletionSource())));
        Repeat(100, 2, () => Joins.Run(Keep(new TaskCompletionSource())));
        Repeat(100, 2, () => Joins.Continue(Keep(new TaskCompletionSource())));
        Repeat(50, 1, () => Joins.WaitAsync(Keep(new TaskCompletionSource())));
        Repeat(200, 2, () => Values.PlainOuter(Keep(new TaskCompletionSource())).AsTask());
        Repeat(200, 3, () => Values.PooledOuter(Keep(new TaskCompletionSource())));
        Repeat(200, 2, () => Values.Consume(Keep(new TaskCompletionSource())));
        Repeat(100, 1, () => Values.AwaitSource(Keep(new ManualSource())));
        Repeat(20, 1, () => Shapes.Generic<string>.Await(Keep(new TaskCompletionSource())));
        Repeat(20, 1, () => Shapes.Local(Keep(new TaskCompletionSource())));
        Repeat(20, 1, () => Shapes.Lambda(Keep(new TaskCompletionSource())));
        Repeat(20, 1, () => Shapes.StartVoid(Keep(new TaskCompletionSource())));
        Repeat(20, 1, () => Shapes.Second(Keep(new TaskCompletionSource())));
        Repeat(3, 2, () => Shapes.Cycle());
        Repeat(30, 4, () => Mixed.First(Keep(new TaskCompletionSource())));
        Repeat(1, 2, () => Shapes.Recurse(1, _never.Task));
        // The rest shares one source, so that its list of continuations is long.
        Repeat(total - _started, 1, () => Shapes.Shared(_never.Task));
        Settle();
    }

    private void Repeat(int count, int methods, Func<object> start)
    {
        for (var i = 0; i < count; i++)
        {
            _kept.Add(start());
            _started += methods;
        }
    }

    private T Keep<T>(T item)
        where T : notnull
    {
        _kept.Add(item);
        return item;
    }

    private static Channel<int> Full()
    {
        var channel = Channel.CreateBounded<int>(1);
        channel.Writer.TryWrite(1);
        return channel;
    }

    private NetworkStream Connect()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(1);
        var client = Keep(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
        client.Connect(listener.LocalEndPoint!);
        Keep(listener.Accept());
        return new NetworkStream(client, ownsSocket: true);
    }

    /// <summary>Waits until all that was handed to the pool has reached its await.</summary>
    private static void Settle()
    {
        while (ThreadPool.PendingWorkItemCount > 0 || Volatile.Read(ref Joins.Running) > 0)
        {
            Thread.Sleep(10);
        }

        Thread.Sleep(200);
    }
}
