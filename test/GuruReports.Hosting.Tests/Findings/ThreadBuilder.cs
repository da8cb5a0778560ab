using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Tests.Findings;

/// <summary>Builds a captured thread: own code first, then what it does there.</summary>
internal sealed class ThreadBuilder(int number)
{
    private readonly List<CapturedFrame> _own = [];
    private readonly List<CapturedFrame> _top = [];
    private CapturedThread _thread = new() { OSThreadId = 4700 + number, ManagedThreadId = number, Role = ThreadRole.User, State = ThreadActivity.Running };

    public static ThreadBuilder Thread(int number) => new(number);

    public static ThreadBuilder Worker(int number) => new ThreadBuilder(number).Set(thread => thread with { IsThreadPool = true, Role = ThreadRole.PoolWorker });

    public ThreadBuilder Named(string name) => Set(thread => thread with { Name = name });

    public ThreadBuilder WithRole(ThreadRole role) => Set(thread => thread with { Role = role });

    /// <summary>Adds a frame of own code, called by those added before.</summary>
    public ThreadBuilder At(string type, string method, int line)
    {
        var file = $"{type[(type.LastIndexOf('.') + 1)..]}.cs";
        _own.Insert(0, new CapturedFrame { Method = $"{type}.{method}()", Type = type, Name = method, File = $"/src/{file}", Line = line, Owner = CodeOwner.Service, Assembly = "Bank" });
        return this;
    }

    public ThreadBuilder EnteringMonitor() => In("System.Threading.Monitor", "Enter_Slowpath", ThreadActivity.WaitingForMonitor);

    public ThreadBuilder EnteringLock() => In("System.Threading.Lock", "EnterAndGetCurrentThreadId", ThreadActivity.WaitingForLock);

    public ThreadBuilder WaitingForTask() => In("System.Threading.Tasks.Task", "Wait", ThreadActivity.WaitingForTask);

    public ThreadBuilder InParallelLoop() => In("System.Threading.Tasks.Parallel", "ForEachWorker", ThreadActivity.WaitingForTask);

    public ThreadBuilder ReadingSocket() => In("System.Net.Sockets.NetworkStream", "Read", ThreadActivity.InSocketCall);

    public ThreadBuilder WaitingForHandle() => In("System.Threading.WaitHandle", "WaitOne", ThreadActivity.WaitingForHandle);

    public ThreadBuilder Sleeping() => In("System.Threading.Thread", "Sleep", ThreadActivity.Sleeping);

    public ThreadBuilder TakingFromBlockingCollection() => In("System.Collections.Concurrent.BlockingCollection<Int32>", "TryTake", ThreadActivity.WaitingForHandle);

    public ThreadBuilder ResolvingName() => In("System.Net.Dns", "GetHostEntryOrAddressesCore", ThreadActivity.InSocketCall);

    public ThreadBuilder ReadingPipe() => In("System.IO.Strategies.BufferedFileStreamStrategy", "Read", ThreadActivity.InFileCall).Set(thread => thread with { StateDetail = "in read() on descriptor 12 (pipe)" });

    public ThreadBuilder SpinningForCallback() => In("System.Threading.CancellationTokenSource.Registrations", "WaitForCallbackToComplete", ThreadActivity.Running);

    public ThreadBuilder WaitingForExit() => In("System.Diagnostics.Process", "WaitForExit", ThreadActivity.WaitingForHandle);

    /// <summary>Adds a frame of a library or the framework, called by the own frames added before.</summary>
    public ThreadBuilder Through(string type, string method)
    {
        _own.Insert(0, new CapturedFrame { Method = $"{type}.{method}()", Type = type, Name = method, Assembly = "Library" });
        return this;
    }

    public ThreadBuilder InStaticConstructorCheck() => In("System.Runtime.CompilerServices.StaticsHelpers", "GetGCStaticBaseSlow", ThreadActivity.InSystemCall);

    public ThreadBuilder JoiningThread() => In("System.Threading.Thread", "Join", ThreadActivity.Joining);

    public ThreadBuilder CollectingGarbage() => In("System.GC", "_Collect", ThreadActivity.Running);

    public ThreadBuilder Running(string method) => Set(thread => thread with { Runs = method });

    public ThreadBuilder Idle() => In("System.Threading.LowLevelLifoSemaphore", "WaitForSignal", ThreadActivity.Idle);

    public ThreadBuilder UsingCpu(double share) =>
        Set(thread => thread with { CpuShare = share, CpuTime = TimeSpan.FromSeconds(30 * share), Age = TimeSpan.FromSeconds(30) });

    public ThreadBuilder NotRunFor(double seconds) => Set(thread => thread with { WaitsSince = TimeSpan.FromSeconds(seconds) });

    public ThreadBuilder WaitingForCpu(double share) => Set(thread => thread with { WaitedForCpu = TimeSpan.FromSeconds(30 * share) });

    public CapturedThread Build() => _thread with { Frames = [.. _top, .. _own] };

    private ThreadBuilder In(string type, string method, ThreadActivity activity)
    {
        _top.Add(new CapturedFrame { Method = $"{type}.{method}()", Type = type, Name = method, Assembly = "System.Private.CoreLib" });
        return Set(thread => thread with { State = activity });
    }

    public ThreadBuilder Set(Func<CapturedThread, CapturedThread> change)
    {
        _thread = change(_thread);
        return this;
    }
}
