using System.Runtime.InteropServices;

namespace GuruReports.Hosting.Pipeline;

/// <summary>A background thread that runs jobs until one of them was abandoned.</summary>
internal sealed partial class RunnerThread
{
    private readonly object _gate = new();
    private IRunnerJob? _next;

    public RunnerThread(string name)
    {
        new Thread(Loop) { IsBackground = true, Name = name }.Start();
    }

    /// <summary>Gets the operating system's id of the thread; 0 before it has run, and where the system has none.</summary>
    public int OSThreadId { get; private set; }

    public void Start(IRunnerJob job)
    {
        lock (_gate)
        {
            _next = job;
            Monitor.Pulse(_gate);
        }
    }

    [LibraryImport("libc", EntryPoint = "gettid")]
    private static partial int GetThreadId();

    private void Loop()
    {
        PipelineThread.Enter();
        OSThreadId = OperatingSystem.IsLinux() ? GetThreadId() : 0;
        while (Next().Execute())
        {
        }
    }

    private IRunnerJob Next()
    {
        lock (_gate)
        {
            while (_next is null)
            {
                Monitor.Wait(_gate);
            }

            var job = _next;
            _next = null;
            return job;
        }
    }
}
