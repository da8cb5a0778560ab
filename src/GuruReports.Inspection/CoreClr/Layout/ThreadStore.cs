using System.Runtime.InteropServices;

namespace GuruReports.Inspection.CoreClr.Layout;

/// <summary>Walks the runtime's list of threads as raw memory, while threads come and go.</summary>
internal sealed class ThreadStore
{
    private const int Slack = 256;

    // The finalizer starts with the runtime: it comes early however many threads there are.
    private const int SearchLimit = 4096;

    private readonly ulong _store;
    private readonly ulong _finalizer;
    private readonly int _first;
    private readonly int _count;
    private readonly int _next;
    private readonly int _id;
    private readonly int _osId;
    private readonly int _state;
    private readonly int _handle;
    private readonly int _link;
    private readonly byte[] _thread;
    private readonly ThreadObjectLayout _objects;

    /// <exception cref="ShapeException">The runtime does not describe its threads as expected.</exception>
    public ThreadStore(RuntimeDescriptor descriptor)
    {
        _store = descriptor.Global("ThreadStore");
        _finalizer = descriptor.Global("FinalizerThread");
        _first = descriptor.Offset("ThreadStore", "FirstThreadLink");
        _count = descriptor.Offset("ThreadStore", "ThreadCount");
        _next = descriptor.Offset("Thread", "LinkNext");
        _id = descriptor.Offset("Thread", "Id");
        _osId = descriptor.Offset("Thread", "OSId");
        _state = descriptor.Offset("Thread", "State");
        _handle = descriptor.Offset("Thread", "ExposedObject", "GCHandle");
        _thread = new byte[Math.Max(Math.Max(_next, _handle), Math.Max(_osId, _id)) + 8];
        _objects = ThreadObjectLayout.Measure();
        _link = FindLink();
    }

    /// <summary>
    /// Lists the runtime's threads by OS id. A thread that ends during the walk can cut it short, so the walk is repeated
    /// until it saw as many as the store counts; the best of three is returned, with whether it was whole.
    /// </summary>
    public Dictionary<int, RuntimeThread> List(out bool complete)
    {
        Dictionary<int, RuntimeThread>? best = null;
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var threads = Walk(out complete);
            if (complete)
            {
                return threads;
            }

            best = best is null || threads.Count > best.Count ? threads : best;
        }

        complete = false;
        return best!;
    }

    private Dictionary<int, RuntimeThread> Walk(out bool complete)
    {
        complete = false;
        var store = NativeMemory.ReadPointer(_store);
        if (store == 0 || !NativeMemory.TryRead(store + (ulong)_count, out int count) || count is <= 0 or > 1_000_000)
        {
            return [];
        }

        var threads = new Dictionary<int, RuntimeThread>(count);
        var finalizer = NativeMemory.ReadPointer(_finalizer);
        var link = NativeMemory.ReadPointer(store + (ulong)_first);
        var walked = 0;
        while (link != 0 && walked < count + Slack)
        {
            var thread = link - (ulong)_link;
            if (!NativeMemory.TryRead(thread, _thread))
            {
                return threads;
            }

            Add(threads, thread == finalizer);
            link = MemoryMarshal.Read<ulong>(_thread.AsSpan(_next));
            walked++;
        }

        complete = link == 0 && NativeMemory.TryRead(store + (ulong)_count, out int countNow) && (walked == count || walked == countNow);
        return threads;
    }

    /// <summary>
    /// Returns how far behind a thread's start the list's links lie: .NET 10 links the fields, .NET 11 the threads. The
    /// finalizer's thread is always in the list, so only the right reading comes by it.
    /// </summary>
    private int FindLink()
    {
        foreach (var candidate in (ReadOnlySpan<int>)[0, _next])
        {
            if (MeetsFinalizer(candidate))
            {
                return candidate;
            }
        }

        throw new ShapeException("the runtime's list of threads does not lead to its finalizer");
    }

    private bool MeetsFinalizer(int candidate)
    {
        var finalizer = NativeMemory.ReadPointer(_finalizer);
        var link = NativeMemory.ReadPointer(NativeMemory.ReadPointer(_store) + (ulong)_first);
        for (var walked = 0; finalizer != 0 && link != 0 && walked < SearchLimit; walked++)
        {
            var thread = link - (ulong)candidate;
            if (thread == finalizer)
            {
                return true;
            }

            link = NativeMemory.ReadPointer(thread + (ulong)_next);
        }

        return false;
    }

    private void Add(Dictionary<int, RuntimeThread> threads, bool isFinalizer)
    {
        var raw = _thread.AsSpan();
        var managedId = MemoryMarshal.Read<int>(raw[_id..]);
        var osId = MemoryMarshal.Read<long>(raw[_osId..]);
        var handle = MemoryMarshal.Read<ulong>(raw[_handle..]);

        // Threads that have not started have no OS id yet, or the marker for none.
        if (managedId <= 0 || osId is <= 0 or > int.MaxValue)
        {
            return;
        }

        _ = _objects.TryRead(handle, managedId, out var name, out var isThreadPool);
        threads[(int)osId] = new RuntimeThread
        {
            ManagedId = managedId,
            OSId = (int)osId,
            Flags = MemoryMarshal.Read<int>(raw[_state..]),
            Name = name,
            IsThreadPool = isThreadPool,
            IsFinalizer = isFinalizer,
        };
    }
}
