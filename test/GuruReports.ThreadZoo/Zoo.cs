using System.IO.Pipes;
using System.Net;
using System.Net.Sockets;
using GuruReports.Inspection.Threads;
using static GuruReports.Inspection.Threads.ThreadActivity;

namespace GuruReports.ThreadZoo;

/// <summary>All exhibits.</summary>
internal static class Zoo
{
    private const string Cage = "GuruReports.ThreadZoo.Cages.";
    private const string House = "GuruReports.ThreadZoo.";

    public static readonly string LongName = new('n', 200);
    public const string OddName = "odd\u0001\u001b[31m\nname\0end";

    private static long s_counter;

    public static List<Exhibit> Build(bool spin)
    {
        var all = new List<Exhibit>();
        all.AddRange(Locks());
        all.AddRange(Handles());
        all.AddRange(Tasks());
        all.AddRange(Calls());
        all.AddRange(Shapes());
        if (spin)
        {
            all.Add(new("spinning", Cage + "Spin(ref Int64 counter)", Running, () => Cages.Spin(ref s_counter)));
        }

        return all;
    }

    /// <summary>Starts the exhibits, each on a thread of its own.</summary>
    public static void Open(List<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            new Thread(() =>
            {
                Keeper.Enter(exhibit);
                exhibit.Body();
            })
            { IsBackground = true, Name = exhibit.Name }.Start();
        }

        Cages.StartNativeThread();
    }

    private static IEnumerable<Exhibit> Locks()
    {
        var monitor = new object();
        var gate = new Lock();
        Hold(held => Cages.HoldMonitor(monitor, held));
        Hold(held => Cages.HoldLock(gate, held));
        var readWrite = new ReaderWriterLockSlim();
        Hold(held =>
        {
            readWrite.EnterWriteLock();
            Cages.HoldMonitor(new object(), held);
        });

        yield return new("monitor enter", Cage + "EnterMonitor(Object gate)", WaitingForMonitor, () => Cages.EnterMonitor(monitor));
        yield return new("monitor lock 1", Cage + "LockMonitor(Object gate)", WaitingForMonitor, () => Cages.LockMonitor(monitor));
        yield return new("monitor lock 2", Cage + "LockMonitor(Object gate)", WaitingForMonitor, () => Cages.LockMonitor(monitor));
        yield return new("monitor try", Cage + "TryMonitor(Object gate)", WaitingForMonitor, () => Cages.TryMonitor(monitor));
        yield return new("monitor hold", Cage + "HoldMonitor(Object gate, Action held)", Sleeping, () => Cages.HoldMonitor(new object(), () => { }));
        yield return new("lock enter", Cage + "EnterLock(Lock gate)", WaitingForLock, () => Cages.EnterLock(gate));
        yield return new("lock scope", Cage + "ScopeLock(Lock gate)", WaitingForLock, () => Cages.ScopeLock(gate));
        yield return new("lock try", Cage + "TryLock(Lock gate)", WaitingForLock, () => Cages.TryLock(gate));
        yield return new("pulse", Cage + "WaitPulse(Object gate)", WaitingForPulse, () => Cages.WaitPulse(new object()));
        yield return new("reader", Cage + "Read(ReaderWriterLockSlim gate)", WaitingForLock, () => Cages.Read(readWrite));
        yield return new("writer", Cage + "Write(ReaderWriterLockSlim gate)", WaitingForLock, () => Cages.Write(readWrite));
    }

    private static IEnumerable<Exhibit> Handles()
    {
        var mutex = new Mutex();
        Hold(held =>
        {
            mutex.WaitOne();
            Cages.HoldMonitor(new object(), held);
        });
        var sleeper = new Thread(() => Thread.Sleep(Timeout.Infinite)) { IsBackground = true, Name = "joined" };
        sleeper.Start();

        yield return new("semaphore slim", Cage + "WaitSemaphoreSlim(SemaphoreSlim semaphore)", WaitingForSemaphore, () => Cages.WaitSemaphoreSlim(new SemaphoreSlim(0)));
        yield return new("semaphore", Cage + "WaitHandle(WaitHandle handle)", WaitingForHandle, () => Cages.WaitHandle(new Semaphore(0, 1)));
        yield return new("mutex", Cage + "WaitHandle(WaitHandle handle)", WaitingForHandle, () => Cages.WaitHandle(mutex));
        yield return new("manual event", Cage + "WaitHandle(WaitHandle handle)", WaitingForHandle, () => Cages.WaitHandle(new ManualResetEvent(false)));
        yield return new("auto event", Cage + "WaitHandle(WaitHandle handle)", WaitingForHandle, () => Cages.WaitHandle(new AutoResetEvent(false)));
        yield return new("wait any", Cage + "WaitAny(WaitHandle[] handles)", WaitingForHandle, () => Cages.WaitAny([new ManualResetEvent(false), new ManualResetEvent(false)]));
        yield return new("wait all", Cage + "WaitAll(WaitHandle[] handles)", WaitingForHandle, () => Cages.WaitAll([new ManualResetEvent(false), new ManualResetEvent(true)]));
        yield return new("event slim", Cage + "WaitEventSlim(ManualResetEventSlim signal)", WaitingForHandle, () => Cages.WaitEventSlim(new ManualResetEventSlim()));
        yield return new("countdown", Cage + "WaitCountdown(CountdownEvent countdown)", WaitingForHandle, () => Cages.WaitCountdown(new CountdownEvent(1)));
        yield return new("barrier", Cage + "WaitBarrier(Barrier barrier)", WaitingForHandle, () => Cages.WaitBarrier(new Barrier(2)));
        yield return new("collection", Cage + "TakeItem(BlockingCollection<Int32> items)", WaitingForHandle, () => Cages.TakeItem([]));
        yield return new("join", Cage + "JoinThread(Thread thread)", Joining, () => Cages.JoinThread(sleeper));
        yield return new("sleep", Cage + "SleepLong(Int32 milliseconds)", Sleeping, () => Cages.SleepLong(10_000_000));
        yield return new("sleep for ever", Cage + "SleepLong(Int32 milliseconds)", Sleeping, () => Cages.SleepLong(Timeout.Infinite));
        yield return new("spin until", Cage + "SpinUntil(Func<Boolean> condition)", WaitingForHandle, () => Cages.SpinUntil(Cages.Never));
    }

    private static IEnumerable<Exhibit> Tasks()
    {
        var never = new TaskCompletionSource<int>().Task;
        yield return new("task wait", Cage + "WaitTask(Task task)", WaitingForTask, () => Cages.WaitTask(never));
        yield return new("task result", Cage + "TaskResult(Task<Int32> task)", WaitingForTask, () => Cages.TaskResult(never));
        yield return new("awaiter result", Cage + "AwaiterResult(Task<Int32> task)", WaitingForTask, () => Cages.AwaiterResult(never));
        yield return new("configured result", Cage + "ConfiguredResult(Task task)", WaitingForTask, () => Cages.ConfiguredResult(never));
        yield return new("value task result", Cage + "ValueTaskResult(ValueTask<Int32> task)", WaitingForTask, () => Cages.ValueTaskResult(new ValueTask<int>(never)));
        yield return new("task wait all", Cage + "WaitAllTasks(Task[] tasks)", WaitingForTask, () => Cages.WaitAllTasks([never, never]));
        yield return new("task wait any", Cage + "WaitAnyTask(Task[] tasks)", WaitingForTask, () => Cages.WaitAnyTask([never]));
        yield return new("async", Cage + "SleepAsync(Int32 depth)", Sleeping, () => Cages.SleepAsync(3).Wait(), FrameKind.Async);
        yield return new("async generic", Cage + "GenericAsync<T>(T value)", Sleeping, () => Cages.GenericAsync("x").AsTask().Wait(), FrameKind.Async);
        yield return new("async nested", House + "Outer<Int32>.Nested<Int32>.DiveAsync(TInner value)", Sleeping, () => Outer<int>.Nested<int>.DiveAsync(1).Wait(), FrameKind.Async);
        yield return new("iterator", Cage + "Iterate(String what)", Sleeping, () => _ = Cages.Iterate("x").Count(), FrameKind.Iterator);
        yield return new("async iterator", Cage + "IterateAsync(String what)", Sleeping, Cages.DrainAsync, FrameKind.AsyncIterator);
    }

    private static IEnumerable<Exhibit> Calls()
    {
        var pipe = new AnonymousPipeServerStream(PipeDirection.In);
        yield return new("accept", Cage + "Accept(Socket listener)", InSocketCall, () => Cages.Accept(Listen()));
        yield return new("receive", Cage + "Receive(Socket socket)", InSocketCall, () => Cages.Receive(Datagram()));
        yield return new("pipe", Cage + "ReadStream(Stream stream)", InFileCall, () => Cages.ReadStream(pipe));
        yield return new("process", Cage + "WaitProcess(Process process)", WaitingForHandle, () => Cages.WaitProcess(Surroundings.StartChild()));
        yield return new("native call", Cage + "Poll()", InSystemCall, Cages.Poll);
        yield return new("dynamic", "Doze(…) [dynamic method]", Sleeping, Cages.MakeDynamicMethod("Doze"), FrameKind.Dynamic);
        yield return new("collectible", "Zoo.Guest.Nap()", Sleeping, Cages.MakeCollectible("Zoo.Collectible"));
    }

    private static IEnumerable<Exhibit> Shapes()
    {
        yield return new("recorded", Cage + "RecordHere(Int32 number, String text)", Sleeping, () => Cages.RecordHere(1, "x"));
        yield return new("recorded generic", Cage + "RecordHere(Int32 number, String text)", Sleeping, () => Cages.RecordGeneric(1.5));
        yield return new("recorded shared", Cage + "RecordHere(Int32 number, String text)", Sleeping, () => Cages.RecordGeneric("x"));
        yield return new("recorded deep", Cage + "Recurse(Int32 depth)", Sleeping, () => Cages.Recurse(60));
        yield return new("too deep", Cage + "Recurse(Int32 depth)", Sleeping, () => Cages.Recurse(150));
        yield return new("by reference", Cage + "ByReference(ref Int32 first, out String second, in Int64 third)", Sleeping, () => { var one = 1; Cages.ByReference(ref one, out _, 1L); });
        yield return new("local function", Cage + "LocalFunction+Inner(String text)", Sleeping, () => Cages.LocalFunction(1), FrameKind.LocalFunction);
        yield return new("generic local function", Cage + "GenericLocalFunction+Inner<Int64>(T value)", Sleeping, Cages.GenericLocalFunction, FrameKind.LocalFunction);
        yield return new("lambda", Cage + "Lambda+lambda()", Sleeping, () => Cages.Lambda(1), FrameKind.Lambda);
        yield return new("nested lambda", Cage + "NestedLambda+lambda()", Sleeping, () => Cages.NestedLambda(1), FrameKind.Lambda);
        yield return new("query", Cage + "Nap(Int32 value)", Sleeping, Cages.Query);
        yield return new("constructor", House + "Guest..ctor(String name)", Sleeping, () => _ = new Guest("x"));
        yield return new("static constructor", House + "Initialized..cctor()", Sleeping, () => _ = Initialized.Value);
        yield return new("property", House + "Guest.get_Age()", Sleeping, () => _ = new Guest().Age);
        yield return new("indexer", House + "Guest.get_Item(String key)", Sleeping, () => _ = new Guest()["x"]);
        yield return new("operator", House + "Guest.op_Addition(Guest left, Guest right)", Sleeping, () => _ = new Guest() + new Guest());
        yield return new("explicit", House + "Guest.GuruReports.ThreadZoo.IGuest.Stay()", Sleeping, () => ((IGuest)new Guest()).Stay());
        yield return new("default interface", House + "IGuest.StayByDefault()", Sleeping, () => ((IGuest)new Guest()).StayByDefault());
        yield return new("struct", House + "Point.Stay(Int32 more)", Sleeping, () => default(Point).Stay(1));
        yield return new("shared generics", House + "Pen<Int32, TValue>.Stay(Int32 number, ref TValue value, List<TValue> more)", Sleeping, () => Pen<int, string>.Enter(1, "x"));
        yield return new("deep generics", House + "Outer<TOuter>.Nested<Int32>.Dive<KeyValuePair<Int32, KeyValuePair<Int32, TValue>>>(T value, Int32 depth)", Sleeping, () => Outer<int>.Nested<int>.Dive("x", 2));
        yield return new(LongName, Cage + "SleepLong(Int32 milliseconds)", Sleeping, () => Cages.SleepLong(Timeout.Infinite));
        yield return new(OddName, Cage + "SleepLong(Int32 milliseconds)", Sleeping, () => Cages.SleepLong(Timeout.Infinite));
        for (var index = 1; index <= 5; index++)
        {
            yield return new($"same {index}", Cage + "SleepLong(Int32 milliseconds)", Sleeping, () => Cages.SleepLong(Timeout.Infinite));
        }
    }

    private static Socket Listen()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        socket.Listen();
        return socket;
    }

    private static Socket Datagram()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }

    private static void Hold(Action<Action> hold)
    {
        using var held = new ManualResetEvent(false);
        new Thread(() => hold(() => held.Set())) { IsBackground = true, Name = "holder" }.Start();
        held.WaitOne();
    }
}
