namespace GuruReports.AsyncZoo;

/// <summary>A thread pool whose workers are all blocked, with items behind them, and timers.</summary>
internal sealed class Pool
{
    private const int Workers = 4;
    private readonly ManualResetEventSlim _gate = new();
    private readonly List<Timer> _timers = [];

    public void Build(ZooOptions options)
    {
        for (var i = 0; i < 30; i++)
        {
            _timers.Add(new Timer(OnTick, new OwnedThing(), TimeSpan.FromHours(1), TimeSpan.FromMinutes(5)));
        }

        for (var i = 0; i < 15; i++)
        {
            _timers.Add(new Timer(OnOnce, null, TimeSpan.FromHours(4), Timeout.InfiniteTimeSpan));
        }

        ThreadPool.SetMinThreads(1, 1);
        ThreadPool.SetMaxThreads(Workers, Workers);
        BlockWorkers(options.QueuedItems / 10);
        Queue(options.QueuedItems - (options.QueuedItems / 10));
        for (var i = 0; i < 5; i++)
        {
            _timers.Add(new Timer(OnLate, null, 20, Timeout.Infinite));
        }

        Thread.Sleep(1_000);
    }

    /// <summary>The first worker fills its own queue once the others are blocked and cannot take from it.</summary>
    private void BlockWorkers(int local)
    {
        var others = new CountdownEvent(Workers - 1);
        var filled = new ManualResetEventSlim();
        for (var i = 0; i < Workers; i++)
        {
            var first = i == 0;
            ThreadPool.UnsafeQueueUserWorkItem(_ =>
            {
                if (first)
                {
                    others.Wait();
                    for (var item = 0; item < local; item++)
                    {
                        ThreadPool.QueueUserWorkItem(LocalItem, new object(), preferLocal: true);
                    }

                    filled.Set();
                }
                else
                {
                    others.Signal();
                }

                _gate.Wait();
            }, null);
        }

        filled.Wait();
    }

    private static void Queue(int count)
    {
        for (var i = 0; i < count; i++)
        {
            switch (i % 3)
            {
                case 0:
                    ThreadPool.QueueUserWorkItem(GlobalItem);
                    break;
                case 1:
                    _ = Task.Run(TaskItem);
                    break;
                default:
                    ThreadPool.UnsafeQueueUserWorkItem(new CustomItem(), preferLocal: false);
                    break;
            }
        }
    }

    private static void LocalItem(object state) => GC.KeepAlive(state);

    private static void GlobalItem(object? state) => GC.KeepAlive(state);

    private static void TaskItem() => GC.KeepAlive(null);

    private static void OnTick(object? state) => GC.KeepAlive(state);

    private static void OnOnce(object? state) => GC.KeepAlive(state);

    private static void OnLate(object? state) => GC.KeepAlive(state);
}
