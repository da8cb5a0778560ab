using GuruReports.Inspection.CoreClr;
using GuruReports.Inspection.CoreClr.Layout;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Threads.Linux;

namespace GuruReports.Inspection.Capturing;

/// <summary>Puts together what the kernel, the runtime and the stacks say about each thread.</summary>
internal sealed class ThreadAssembly
{
    private readonly TaskFolder _folder;
    private readonly OSThreads _threads;
    private readonly ThreadStates _states;

    public ThreadAssembly(TaskFolder folder)
    {
        _folder = folder;
        var files = new ProcFile(folder);
        _threads = new OSThreads(files);
        _states = new ThreadStates(new SystemCallReader(files));
    }

    /// <summary>Returns how long a thread was ready to run and did not; null where the kernel does not count it.</summary>
    public TimeSpan? WaitedForCpu(int id) => _threads.WaitedForCpu(id);

    /// <summary>Builds the list of threads, ordered by managed id, then by OS id.</summary>
    /// <param name="ids">The OS ids that exist after the capture.</param>
    /// <param name="stacks">The stacks; null when no way worked.</param>
    /// <param name="cpu">The clocks.</param>
    /// <param name="capturing">The OS ids of the threads that take the capture.</param>
    /// <param name="deadline">When to stop asking the kernel.</param>
    /// <param name="notes">Receives what was left out.</param>
    public List<CapturedThread> Build(List<int> ids, CapturedStacks? stacks, CpuHistory cpu, (int Caller, int Worker) capturing, Deadline deadline, List<string> notes)
    {
        var result = new List<CapturedThread>(ids.Count);
        var boot = ThreadClock.BootNanoseconds();
        var skipped = 0;
        foreach (var id in ids)
        {
            var late = deadline.HasPassed;
            skipped += late ? 1 : 0;
            if ((late ? Unknown(id) : _threads.Read(id) ?? (_folder.RanOut ? Unknown(id) : null)) is { } thread)
            {
                result.Add(Build(thread, stacks, cpu, capturing, boot));
            }
        }

        if (skipped > 0)
        {
            notes.Add($"The kernel was not asked about {skipped} threads before the deadline.");
        }

        if (_folder.RanOut)
        {
            notes.Add("No file descriptor was left, so what the kernel says of some threads is missing.");
        }

        result.Sort(static (x, y) => (x.ManagedThreadId ?? int.MaxValue).CompareTo(y.ManagedThreadId ?? int.MaxValue) is var order and not 0
            ? order
            : x.OSThreadId.CompareTo(y.OSThreadId));
        return result;
    }

    private static OSThread Unknown(int id) => new(id, null, '?', 0);

    private CapturedThread Build(OSThread thread, CapturedStacks? stacks, CpuHistory cpu, (int Caller, int Worker) capturing, long boot)
    {
        ThreadStack? stack = null;
        RuntimeThread? runtime = null;
        stacks?.ByThread.TryGetValue(thread.Id, out stack);
        stacks?.RuntimeThreads?.TryGetValue(thread.Id, out runtime);
        var role = ThreadRoles.Of(thread.Id, runtime?.Name, thread.Name, runtime is not null || stack is not null, runtime?.IsFinalizer == true, runtime?.IsThreadPool);
        var frames = stack?.Frames ?? [];
        var (state, detail, shared) = _states.Classify(thread, role, frames, stack?.RanManagedCode);
        var isCapturing = thread.Id == capturing.Caller || thread.Id == capturing.Worker;
        return new CapturedThread
        {
            OSThreadId = thread.Id,
            ManagedThreadId = runtime?.ManagedId,
            Name = runtime?.Name,
            OSName = thread.Name,
            Role = role,
            IsBackground = runtime?.IsBackground,
            IsThreadPool = runtime is not null ? runtime.IsThreadPool : role == ThreadRole.PoolWorker,
            Apartment = runtime?.Apartment,
            State = isCapturing ? ThreadActivity.Running : state,
            StateDetail = isCapturing ? "taking this capture" : detail,
            WaitsSince = state is ThreadActivity.Running ? null : cpu.NotRunFor(thread.Id),
            CpuTime = cpu.Total(thread.Id),
            WaitedForCpu = thread.State == 'R' ? _threads.WaitedForCpu(thread.Id) : null,
            CpuShare = cpu.Share(thread.Id),
            CpuDemand = cpu.Demand(thread.Id),
            Age = OSThreads.AgeOf(thread, boot),
            IsCapturing = isCapturing,
            SharedWait = shared,
            Frames = frames,
            FramesTruncated = stack is { Truncated: true },
        };
    }
}
