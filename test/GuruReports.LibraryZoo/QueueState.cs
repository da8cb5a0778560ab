using System.Collections.Concurrent;
using System.Threading.Channels;
using System.Threading.RateLimiting;
using System.Threading.Tasks.Dataflow;

namespace GuruReports.LibraryZoo;

/// <summary>Queues of known length, with and without those who should read them.</summary>
internal sealed class QueueState
{
    private readonly Channel<Mail> _mails = Channel.CreateUnbounded<Mail>();
    private readonly Channel<Order> _orders = Channel.CreateBounded<Order>(50);
    private readonly Channel<Fax> _faxes = Channel.CreateUnbounded<Fax>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Channel<Letter> _letters = Channel.CreateUnbounded<Letter>();
    private readonly BlockingCollection<Label> _labels = new(12);
    private readonly BlockingCollection<Photo> _photos = [];
    private readonly ConcurrentQueue<Meter> _meters = new();
    private readonly ConcurrentQueue<Meter> _few = new();
    private readonly ActionBlock<Video> _videos;
    private readonly BufferBlock<Song> _songs = new();
    private readonly ConcurrencyLimiter _exports = new(new ConcurrencyLimiterOptions { PermitLimit = 2, QueueLimit = 10, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
    private readonly SemaphoreSlim _printers = new(3, 3);
    private readonly List<object> _kept = [];
    private readonly CountdownEvent _reached = new(5);

    private QueueState() => _videos = new ActionBlock<Video>(EncodeAsync, new ExecutionDataflowBlockOptions { BoundedCapacity = 30 });

    public static Task<object> EnterAsync()
    {
        var state = new QueueState();
        state.Enter();
        state._reached.Wait();
        return Task.FromResult<object>(state);
    }

    private void Enter()
    {
        // Nobody reads these; of what is over, nobody ever will.
        Times(2_345, () => _mails.Writer.TryWrite(new Mail()));
        Times(70, () => _faxes.Writer.TryWrite(new Fax()));
        _faxes.Writer.Complete();

        // The reader is busy with the first one; seven more writers wait.
        Times(50, () => _orders.Writer.TryWrite(new Order()));
        _kept.Add(ShipAsync());
        Times(1, () => _orders.Writer.TryWrite(new Order()));
        Times(7, () => _kept.Add(_orders.Writer.WriteAsync(new Order()).AsTask()));

        // An idle reader of an empty channel.
        _kept.Add(DeliverAsync());

        // A thread is busy with the first label, and four wait to bring more than the twelve that there is room for.
        Times(12, () => _labels.Add(new Label()));
        Start("labels", PrintLabels);
        SpinWait.SpinUntil(() => _labels.Count == 11);
        _labels.Add(new Label());
        Times(4, () => Start("label-maker", () =>
        {
            _reached.Signal();
            _labels.Add(new Label());
        }));
        Times(33, () => _photos.Add(new Photo()));

        Times(5_000, () => _meters.Enqueue(new Meter()));
        Times(10, () => _few.Enqueue(new Meter()));
        Times(21, () => _videos.Post(new Video()));
        Times(17, () => _songs.Post(new Song()));
        Times(6, () => _kept.Add(_exports.AcquireAsync().AsTask()));
        Times(3, () => _printers.Wait());
        Times(9, () => _kept.Add(_printers.WaitAsync()));
    }

    private static void Times(int count, Action action)
    {
        for (var i = 0; i < count; i++)
        {
            action();
        }
    }

    private static void Start(string name, ThreadStart body) => new Thread(body) { IsBackground = true, Name = name }.Start();

    private async Task ShipAsync()
    {
        await foreach (var order in _orders.Reader.ReadAllAsync())
        {
            await Task.Delay(-1); // line: ship
            GC.KeepAlive(order);
        }
    }

    private async Task DeliverAsync()
    {
        await foreach (var letter in _letters.Reader.ReadAllAsync())
        {
            GC.KeepAlive(letter);
        }
    }

    private void PrintLabels()
    {
        foreach (var label in _labels.GetConsumingEnumerable())
        {
            _reached.Signal();
            Thread.Sleep(-1);
            GC.KeepAlive(label);
        }
    }

    private async Task EncodeAsync(Video video)
    {
        await Task.Delay(-1);
        GC.KeepAlive(video);
    }

    private sealed class Mail;

    private sealed class Order;

    private sealed class Fax;

    private sealed class Letter;

    private sealed class Label;

    private sealed class Photo;

    private sealed class Meter;

    private sealed class Video;

    private sealed class Song;
}
