using System.Diagnostics;
using GuruReports.Inspection.Boundary;
using GuruReports.Inspection.CoreClr;
using GuruReports.Inspection.Native;
using GuruReports.Inspection.Processes;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Threads.Linux;

namespace GuruReports.Inspection.Capturing;

/// <summary>Takes captures, one at a time, each on a thread of its own that is given up when it does not come back.</summary>
internal sealed class ThreadCapturer
{
    public static readonly ThreadCapturer Instance = new(static _ => false);

    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    // Where nobody has read the clocks before, what lies between two readings would be a few milliseconds.
    private static readonly TimeSpan s_firstWindow = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly StackWays _ways;
    private readonly CpuHistory _cpu = new();
    private readonly TaskFolder _folder = new();
    private readonly ThreadAssembly _assembly;
    private Thread? _stuck;
    private int _prepared;

    /// <param name="fails">Says which self-check to fail on purpose; for tests.</param>
    public ThreadCapturer(Predicate<SelfCheckStep> fails)
        : this(StackWays.Default(fails))
    {
    }

    public ThreadCapturer(StackWays ways)
    {
        _ways = ways;
        _assembly = new ThreadAssembly(_folder);
    }

    /// <summary>Takes one capture in the background and forgets it, so that the checks and the compiling are over before the first real one.</summary>
    public void Prepare()
    {
        if (HeapRoom.IsEnough && Interlocked.Exchange(ref _prepared, 1) == 0)
        {
            LibraryThread.TryStart("guru-check", () => Capture(new ThreadCaptureOptions()));
        }
    }

    /// <summary>Reads the threads' clocks, so that the first capture can tell who has not run since. Some microseconds a thread, on the calling one.</summary>
    public void NoteClocks() => TryAlone(Deadline.After(TimeSpan.Zero), _ =>
    {
        _folder.Release();
        var ids = ListIds(null);
        _cpu.Begin(ids, _assembly.WaitedForCpu);
        _cpu.End(ids, _assembly.WaitedForCpu);
        _folder.Hold();
    });

    /// <summary>Keeps descriptors for the next capture where they have become few. Called each second; allocates nothing.</summary>
    public void KeepDescriptors() => _folder.Look();

    /// <summary>Takes a capture; what cannot be had is said in it.</summary>
    public ThreadCapture Capture(ThreadCaptureOptions options)
    {
        var at = DateTimeOffset.UtcNow;
        var start = Stopwatch.GetTimestamp();
        var deadline = Deadline.After(options.Deadline);
        if (!OperatingSystem.IsLinux())
        {
            return Unavailable("threads are captured on Linux only", at, start);
        }

        if (!ReferencedAssemblies.TryLoad(typeof(ThreadCapturer).Assembly))
        {
            return Unavailable("too few descriptors are left to load what it needs", at, start);
        }

        if (!_gate.TryEnter(deadline.Left))
        {
            return Unavailable("another capture took longer than this one's deadline", at, start);
        }

        try
        {
            return CaptureAlone(options, deadline, at, start);
        }
        finally
        {
            _gate.Exit();
        }
    }

    /// <summary>Does something with the ways while no capture runs; false where one took all the time.</summary>
    public bool TryAlone(Deadline deadline, Action<StackWays> work)
    {
        if (!_gate.TryEnter(deadline.Left))
        {
            return false;
        }

        try
        {
            if (_stuck is { IsAlive: true })
            {
                return false;
            }

            work(_ways);
            return true;
        }
        finally
        {
            _gate.Exit();
        }
    }

    private ThreadCapture CaptureAlone(ThreadCaptureOptions options, Deadline deadline, DateTimeOffset at, long start)
    {
        // One that was slow, because the collector stops all threads most of the time, comes back; one that hangs must not take all the time again.
        if (_stuck?.Join(deadline.Left / 2) == false)
        {
            return Unavailable("an earlier capture has not come back yet", at, start);
        }

        _stuck = null;

        ThreadCapture? result = null;
        var unexplained = Unavailable("the capture failed, and there was no memory to say why", at, start);
        var caller = LibcAtOnce.GetThreadId();
        _folder.Release();
        if (LibraryThread.TryStart("guru-capture", () => result = Run(options, deadline, caller, at, start)) is not { } worker)
        {
            _folder.Hold();
            return Unavailable("no thread could be started for it: the process has no descriptor or no memory left", at, start);
        }

        if (!worker.Join(deadline.Left + Grace))
        {
            _stuck = worker;
            return Unavailable("the capture did not come back within its deadline", at, start);
        }

        _folder.Hold();
        return result ?? unexplained;
    }

    // The boundary of a capture: whatever goes wrong inside becomes the reason why there is none.
    private ThreadCapture? Run(ThreadCaptureOptions options, Deadline deadline, int caller, DateTimeOffset at, long start)
    {
        try
        {
            return CaptureNow(options, deadline, caller, at, start);
        }
        catch (Exception error)
        {
            return Explain(error, at, start);
        }
    }

    private static ThreadCapture? Explain(Exception error, DateTimeOffset at, long start)
    {
        try
        {
            return Unavailable($"{error.GetType().Name}: {error.Message}", at, start);
        }
        catch (Exception)
        {
            // A full heap, most likely: an exception at the end of this thread would end the service.
            return null;
        }
    }

    private ThreadCapture CaptureNow(ThreadCaptureOptions options, Deadline deadline, int caller, DateTimeOffset at, long start)
    {
        var isFirst = _cpu.IsEmpty;
        _cpu.Begin(ListIds(null), _assembly.WaitedForCpu);
        var reasons = new List<string>();
        var stacks = _ways.Capture(options, deadline, reasons, out var method);
        if (isFirst)
        {
            // What is compiled for the first capture stops threads for longer: their shares are measured after it.
            _cpu.Begin(ListIds(stacks), _assembly.WaitedForCpu);
        }

        WaitForWindow(isFirst && options.CpuWindow < s_firstWindow ? s_firstWindow : options.CpuWindow, deadline);
        var ids = ListIds(stacks);
        _cpu.End(ids, _assembly.WaitedForCpu);
        var notes = new List<string>(stacks?.Notes ?? []);
        if (stacks is not null)
        {
            notes.AddRange(reasons.Select(reason => $"Not used: {reason}."));
        }

        var threads = _assembly.Build(ids, stacks, _cpu, (caller, LibcAtOnce.GetThreadId()), deadline, notes);
        var mutexes = Mutexes(threads, deadline, notes);
        return new ThreadCapture
        {
            Method = method,
            UnavailableReason = stacks is null ? string.Join("; ", reasons) : null,
            CapturedAt = at,
            Paused = stacks?.Paused,
            CpuWindow = _cpu.Window,
            Threads = Named(threads, mutexes),
            NamedMutexes = mutexes,
            UnresolvedAddresses = stacks?.Unresolved ?? 0,
            Notes = notes,
            Duration = Stopwatch.GetElapsedTime(start),
        };
    }

    private static IReadOnlyList<NamedMutex> Mutexes(List<CapturedThread> threads, Deadline deadline, List<string> notes)
    {
        if (!deadline.HasPassed)
        {
            return new NamedMutexes(SystemFiles.Real).Find(threads);
        }

        if (threads.Exists(static thread => thread.SharedWait is not null))
        {
            notes.Add("Who holds what threads share with other processes was not looked for before the deadline.");
        }

        return [];
    }

    private static List<CapturedThread> Named(List<CapturedThread> threads, IReadOnlyList<NamedMutex> mutexes)
    {
        if (mutexes.Count == 0)
        {
            return threads;
        }

        var waits = mutexes.SelectMany(static mutex => mutex.Waiters.Select(waiter => new { Waiter = waiter, Text = $"the named mutex {mutex.Name}, {mutex.Holder}" })).DistinctBy(static wait => wait.Waiter).ToDictionary(static wait => wait.Waiter, static wait => wait.Text);
        return [.. threads.Select(thread => waits.TryGetValue(thread.OSThreadId, out var wait) ? thread with { WaitsFor = wait } : thread)];
    }

    // Where the kernel's list cannot be had, the threads with a stack are better than none.
    private List<int> ListIds(CapturedStacks? stacks)
    {
        var ids = new List<int>();
        if (!_folder.TryList(ids) && stacks is not null)
        {
            ids.Clear();
            ids.AddRange(stacks.ByThread.Keys);
        }

        return ids;
    }

    private void WaitForWindow(TimeSpan window, Deadline deadline)
    {
        var left = window - _cpu.Elapsed;
        if (left > TimeSpan.Zero && deadline.Left > left)
        {
            Thread.Sleep(left);
        }
    }

    private static ThreadCapture Unavailable(string reason, DateTimeOffset at, long start) => new()
    {
        Method = ThreadCaptureMethod.Unavailable,
        UnavailableReason = reason,
        CapturedAt = at,
        Duration = Stopwatch.GetElapsedTime(start),
    };
}
