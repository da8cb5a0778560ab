using System.Collections.Concurrent;
using System.Threading.Channels;

namespace GuruReports.LibraryZoo;

/// <summary>Queues that nobody has hold of: of some the reader has ended, others will be read.</summary>
internal static class UnreadQueueState
{
    private const int Length = 150;
    private static readonly List<object> s_kept = [];

    // Not awaited: whoever goes on then stands on the stack of the reader that has just ended.
    public static Task<object> EnterAsync()
    {
        var receipts = new Receipts();
        receipts.Ended.Wait();
        var stamps = new Stamps();
        stamps.Ended.Join();
        var (parcels, votes) = (new Parcels(), new Votes());
        s_kept.AddRange([receipts, stamps, parcels, votes, new Coupons(), new Tickets(), new ParcelPoller(parcels).PollAsync(), new VoteCounter(votes).BringAsync()]);
        new Thread(new TicketPoller((Tickets)s_kept[5]).Poll) { IsBackground = true, Name = "tickets" }.Start();
        return Task.FromResult(new object());
    }

    private static void Fill<T>(ChannelWriter<T> writer)
        where T : new()
    {
        for (var i = 0; i < Length; i++)
        {
            writer.TryWrite(new T());
        }
    }

    /// <summary>The reader leaves its loop at the first one, and its task is kept.</summary>
    private sealed class Receipts
    {
        private readonly Channel<Receipt> _waiting = Channel.CreateUnbounded<Receipt>();
        private readonly Task _sender;

        public Receipts()
        {
            Fill(_waiting.Writer);
            _sender = SendAllAsync();
        }

        public Task Ended => _sender;

        private async Task SendAllAsync()
        {
            await foreach (var receipt in _waiting.Reader.ReadAllAsync())
            {
                await Task.Yield();
                if (receipt.IsEmpty)
                {
                    return;
                }
            }
        }
    }

    /// <summary>The thread that read has ended.</summary>
    private sealed class Stamps
    {
        private readonly BlockingCollection<Stamp> _waiting = [];

        public Stamps()
        {
            for (var i = 0; i < Length; i++)
            {
                _waiting.Add(new Stamp());
            }

            Ended = new Thread(() => _waiting.Take()) { Name = "stamper", IsBackground = true };
            Ended.Start();
        }

        public Thread Ended { get; }
    }

    /// <summary>Read by a call that waits between two looks, in another type.</summary>
    private sealed class Parcels
    {
        private readonly Channel<Parcel> _waiting = Channel.CreateUnbounded<Parcel>();

        public Parcels() => Fill(_waiting.Writer);

        public bool TryTake(out Parcel? parcel) => _waiting.Reader.TryRead(out parcel);
    }

    private sealed class ParcelPoller(Parcels parcels)
    {
        public async Task PollAsync()
        {
            await Task.Delay(-1);
            while (parcels.TryTake(out _))
            {
            }
        }
    }

    /// <summary>Nobody reads; a call in flight brings more.</summary>
    private sealed class Votes
    {
        private readonly Channel<Vote> _waiting = Channel.CreateUnbounded<Vote>();

        public Votes() => Fill(_waiting.Writer);

        public void Add() => _waiting.Writer.TryWrite(new Vote());
    }

    private sealed class VoteCounter(Votes votes)
    {
        public async Task BringAsync()
        {
            await Task.Delay(-1);
            votes.Add();
        }
    }

    /// <summary>Read by a timer.</summary>
    private sealed class Coupons
    {
        private readonly Channel<Coupon> _waiting = Channel.CreateUnbounded<Coupon>();
        private readonly Timer _flush;

        public Coupons()
        {
            Fill(_waiting.Writer);
            _flush = new Timer(Flush, null, TimeSpan.FromHours(1), TimeSpan.FromHours(1));
        }

        private void Flush(object? state)
        {
            while (_waiting.Reader.TryRead(out _))
            {
            }
        }
    }

    /// <summary>Read by a thread that sleeps between two looks, in another type.</summary>
    private sealed class Tickets
    {
        private readonly Channel<Ticket> _waiting = Channel.CreateUnbounded<Ticket>();

        public Tickets() => Fill(_waiting.Writer);

        public bool TryTake() => _waiting.Reader.TryRead(out _);
    }

    private sealed class TicketPoller(Tickets tickets)
    {
        public void Poll()
        {
            do
            {
                Thread.Sleep(-1);
            }
            while (tickets.TryTake());
        }
    }

    private sealed class Receipt
    {
        public bool IsEmpty { get; } = true;
    }

    private sealed class Stamp;

    private sealed class Parcel;

    private sealed class Vote;

    private sealed class Coupon;

    private sealed class Ticket;
}
