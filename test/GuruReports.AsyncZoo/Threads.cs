using System.Globalization;

namespace GuruReports.AsyncZoo;

/// <summary>Threads in deadlocks, threads that hold locks while others wait, and threads blocked on tasks.</summary>
internal sealed class Threads
{
    private readonly List<object> _kept = [];
    private readonly ManualResetEventSlim _forever = new();

    public void Build(ZooOptions options)
    {
        Circle("pair", "MM");
        Circle("trio", "LLL");
        Circle("mixed", "MLML");
        Circle("five", "MMMMM");
        Circle("locks", "LL");
        Start("task-waiter", TaskParty);
        for (var owner = 0; owner < options.Owners; owner++)
        {
            Own(owner, options.WaitersPerOwner);
        }

        for (var i = 0; i < 10; i++)
        {
            Start(Name("blocked", i), () => BlockOnTask(Chains.SourceOuter(new TaskCompletionSource<int>())));
        }

        var start = new TaskCompletionSource();
        _kept.Add(Busy.Outer(start.Task, _forever));
        Start("busy", start.SetResult);
        Others();
        WaitUntilAllBlocked();
    }

    /// <summary>One party for each lock: it holds its own and wants the next.</summary>
    private void Circle(string name, string letters)
    {
        var locks = Gate.Parse(letters);
        var taken = new CountdownEvent(locks.Length);
        for (var i = 0; i < locks.Length; i++)
        {
            var (own, next, party) = (locks[i], locks[(i + 1) % locks.Length], i);
            var hold = taken;
            Start(Name("deadlock-" + name, party), () => own.Enter(() =>
            {
                hold.Signal();
                hold.Wait();
                next.Enter(static () => { });
            }));
        }

        taken.Wait();
        Thread.Sleep(50);
    }

    /// <summary>A thread holds a monitor and blocks on an async method, which waits for a delegate that wants the monitor.</summary>
    private void TaskParty()
    {
        var monitor = Gate.Parse("M")[0];
        _kept.Add(monitor);
        monitor.Enter(() => BlockOnTask(NeedMonitor(monitor)));
    }

    private static async Task NeedMonitor(Gate monitor)
    {
        await Task.Factory.StartNew(() => monitor.Enter(static () => { }), CancellationToken.None,
            TaskCreationOptions.LongRunning, TaskScheduler.Default); // line: NeedMonitor
    }

    private void Own(int number, int waiters)
    {
        var target = Gate.Parse(number % 2 == 0 ? "T" : "L")[0];
        var taken = new ManualResetEventSlim();
        var hold = taken;
        Start(Name("owner", number), () => target.Enter(() => target.Enter(() =>
        {
            hold.Set();
            _forever.Wait();
        })));
        taken.Wait();
        for (var waiter = 0; waiter < waiters; waiter++)
        {
            Start(Name("waiter-" + number.ToString(CultureInfo.InvariantCulture), waiter), () => target.Enter(static () => { }));
        }
    }

    private void Others()
    {
        var writerLock = new ReaderWriterLockSlim();
        var full = new SemaphoreSlim(0, 3);
        var mutex = new Mutex();
        _kept.Add(mutex);
        var taken = new CountdownEvent(2);
        var hold = taken;
        Start("rw-writer", () =>
        {
            writerLock.EnterWriteLock();
            hold.Signal();
            _forever.Wait();
        });
        Start("mutex-owner", () =>
        {
            mutex.WaitOne();
            hold.Signal();
            _forever.Wait();
        });
        taken.Wait();
        Start("rw-reader", writerLock.EnterReadLock);
        ReadersAndWriter();
        Start("mutex-waiter", () => mutex.WaitOne());
        Start("semaphore-waiter", full.Wait);
        var sleeper = Start("sleeper", static () => Thread.Sleep(Timeout.Infinite));
        Start("joiner", sleeper.Join);
        Start("pulse-waiter", () => PulseWait(_kept));
        Start("thrower", Throw);
    }

    /// <summary>Two readers, one of them twice inside, and a writer that waits for both.</summary>
    private void ReadersAndWriter()
    {
        var shared = new ReaderWriterLockSlim(LockRecursionPolicy.SupportsRecursion);
        var inside = new CountdownEvent(2);
        for (var i = 0; i < 2; i++)
        {
            var times = i + 1;
            Start(Name("rw-inside", i), () =>
            {
                for (var entered = 0; entered < times; entered++)
                {
                    shared.EnterReadLock();
                }

                inside.Signal();
                _forever.Wait();
            });
        }

        inside.Wait();
        Start("rw-wants", shared.EnterWriteLock);
    }

    private static void PulseWait(object monitor)
    {
        lock (monitor)
        {
            Monitor.Wait(monitor);
        }
    }

    private void Throw()
    {
        try
        {
            throw new InvalidOperationException("the zoo is on fire", new ArgumentException("spark"));
        }
        catch (InvalidOperationException) when (Filter())
        {
        }
        catch (InvalidOperationException)
        {
            _forever.Wait();
        }
    }

    private static bool Filter() => false;

    private static void BlockOnTask(Task task) => task.GetAwaiter().GetResult();

    private Thread Start(string name, ThreadStart body)
    {
        var thread = new Thread(body, 256 * 1024) { IsBackground = true, Name = name };
        _kept.Add(thread);
        thread.Start();
        return thread;
    }

    private static string Name(string stem, int number) => stem + "-" + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A thread that never runs for a while has reached the lock it is to block on.</summary>
    private void WaitUntilAllBlocked()
    {
        foreach (var thread in _kept.OfType<Thread>())
        {
            SpinWait.SpinUntil(() => thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
        }

        Thread.Sleep(500);
    }
}
