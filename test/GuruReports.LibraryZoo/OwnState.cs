namespace GuruReports.LibraryZoo;

/// <summary>A pool and a queue of the service's own, which no table of the library can know: the settings declare them.</summary>
internal sealed class OwnState
{
    private readonly Line _line = new(3);
    private readonly Outbox _outbox = new();
    private readonly List<object> _kept = [];
    private readonly CountdownEvent _reached = new(7);

    public static Task<object> EnterAsync()
    {
        var state = new OwnState();
        for (var i = 0; i < 2; i++)
        {
            state._kept.Add(state.SendMailAsync());
        }

        state._kept.Add(state.SendInvoiceAsync());
        for (var i = 0; i < 4; i++)
        {
            state._kept.Add(state.WaitForSessionAsync());
        }

        for (var i = 0; i < 7; i++)
        {
            state._outbox.Put(new object());
        }

        state._reached.Wait();
        return Task.FromResult<object>(state);
    }

    private async Task SendMailAsync()
    {
        var session = await _line.EnterAsync();
        _reached.Signal();
        await Task.Delay(-1);
        GC.KeepAlive(session);
    }

    private async Task SendInvoiceAsync()
    {
        var session = await _line.EnterAsync();
        _reached.Signal();
        await Task.Delay(-1);
        GC.KeepAlive(session);
    }

    private async Task WaitForSessionAsync()
    {
        var session = _line.EnterAsync();
        _reached.Signal();
        GC.KeepAlive(await session);
    }

    /// <summary>Lends lines to a mail server; not called a pool.</summary>
    internal sealed class Line(int most)
    {
        private readonly List<Session> _sessions = [];
        private readonly Queue<TaskCompletionSource<Session>> _asked = new();
        private readonly Limits _limits = new(most);
        private int _free;

        public async Task<Session> EnterAsync()
        {
            if (_sessions.Count < _limits.Most)
            {
                var session = new Session(this);
                _sessions.Add(session);
                return session;
            }

            var asked = new TaskCompletionSource<Session>();
            _asked.Enqueue(asked);
            return await asked.Task;
        }

        public void Leave(Session session)
        {
            session.IsLent = false;
            _free++;
        }
    }

    internal sealed record Limits(int Most);

    internal sealed class Session(Line line)
    {
        public bool IsLent { get; set; } = true;

        public Line Line { get; } = line;
    }

    internal sealed class Outbox
    {
        private readonly LinkedList<object> _mails = new();
        private readonly int _room = 10;

        public void Put(object mail)
        {
            if (_mails.Count < _room)
            {
                _mails.AddLast(mail);
            }
        }
    }
}
