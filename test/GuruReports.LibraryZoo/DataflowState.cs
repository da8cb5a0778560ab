using System.Threading.Tasks.Dataflow;

namespace GuruReports.LibraryZoo;

/// <summary>Full blocks of Dataflow, each read, or not, in a way of its own.</summary>
internal sealed class DataflowState
{
    private readonly BufferBlock<Parcel> _parcels = new(Bounded(5));
    private readonly ActionBlock<Parcel> _shipping;
    private readonly ActionBlock<Label> _labels;
    private static readonly Studio s_studio = new();
    private readonly BufferBlock<Vote> _votes = new(Bounded(3));
    private readonly ActionBlock<Vote> _counting = new(static _ => { }, Bounded(3));
    private readonly BufferBlock<Letter> _letters = new(Bounded(3));
    private readonly BufferBlock<Ticket> _tickets = new(Bounded(2));
    private readonly List<Task> _kept = [];
    private readonly CountdownEvent _reached = new(2);

    private DataflowState()
    {
        _shipping = new ActionBlock<Parcel>(ShipAsync, Bounded(2));
        _labels = new ActionBlock<Label>(PrintLabel, Bounded(3));
        _parcels.LinkTo(_shipping);
        _votes.LinkTo(_counting, static vote => vote.IsValid);
    }

    public static async Task<object> EnterAsync()
    {
        var state = new DataflowState();
        state._kept.AddRange([state.TakeLettersAsync(), state.PollTicketsAsync()]);
        for (var number = 0; number < 9; number++)
        {
            state._kept.Add(state.BringAsync());
        }

        Fill(state._labels, 5);
        Fill(s_studio.Prints, 7);
        Fill(state._votes, 4);
        Fill(state._tickets, 3);
        state._reached.Wait();
        SpinWait.SpinUntil(() => state._parcels.Count == 5 && s_studio.Prints.OutputCount == 4 && state._shipping.InputCount == 1);
        return await Task.FromResult<object>(state);
    }

    private static ExecutionDataflowBlockOptions Bounded(int most) => new() { BoundedCapacity = most };

    private static void Fill<T>(ITargetBlock<T> block, int count)
        where T : new()
    {
        for (var number = 0; number < count; number++)
        {
            _ = block.SendAsync(new T());
        }
    }

    private async Task BringAsync()
    {
        await _parcels.SendAsync(new Parcel());
    }

    private async Task ShipAsync(Parcel parcel)
    {
        _reached.Signal();
        await Task.Delay(-1);
        GC.KeepAlive(parcel);
    }

    private void PrintLabel(Label label)
    {
        _reached.Signal();
        Thread.Sleep(-1);
        GC.KeepAlive(label);
    }

    private async Task TakeLettersAsync() => GC.KeepAlive(await _letters.ReceiveAsync());

    private async Task PollTicketsAsync()
    {
        await Task.Delay(-1);
        _tickets.TryReceiveAll(out _);
    }

    /// <summary>Nobody takes what it makes.</summary>
    private sealed class Studio
    {
        public TransformBlock<Photo, Print> Prints { get; } = new(static _ => new Print(), Bounded(4));
    }

    private sealed class Parcel;

    private sealed class Label;

    private sealed class Photo;

    private sealed class Print;

    private sealed class Vote
    {
        public bool IsValid { get; init; }
    }

    private sealed class Letter;

    private sealed class Ticket;
}
