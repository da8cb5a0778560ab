using System.Globalization;
using GuruReports.Inspection.Boundary;
using GuruReports.Inspection.Native;

namespace GuruReports.Hosting.Boundary;

/// <summary>A thread that runs jobs, one after the other, until it is told to end or one of them was abandoned.</summary>
internal sealed class JobThread
{
    /// <summary>The name of these threads.</summary>
    public const string Name = LibraryThread.NamePrefix + "-job";

    private readonly object _gate = new();
    private Thread? _thread;
    private ExecutionContext? _context;
    private IJob? _next;
    private bool _isEnding;
    private bool _isWorn;

    private JobThread()
    {
    }

    /// <summary>Gets the operating system's id of the thread; 0 before it has run, and where the system has none.</summary>
    public int OSThreadId { get; private set; }

    /// <summary>Makes one; null where the process can have no further thread.</summary>
    public static JobThread? TryStart()
    {
        var made = new JobThread();
        made._thread = LibraryThread.TryStart(Name, made.Loop);
        return made._thread is null ? null : made;
    }

    public void Start(IJob job) => Change(() => _next = job);

    /// <summary>Makes the thread as new as it can be made, before its next job: for where no other thread can be had.</summary>
    public void Renew() => Change(() => _isWorn = true);

    /// <summary>Lets the thread end when it has done what it does.</summary>
    public void End() => Change(() => _isEnding = true);

    /// <summary>Takes back what foreign code may have done: a foreground thread keeps a process from ending. Any thread may call.</summary>
    public void KeepInBackground()
    {
        // Policy: a thread that has ended cannot be set, and need not be.
        try
        {
            _thread?.IsBackground = true;
        }
        catch (ThreadStateException)
        {
            return;
        }
    }

    private void Loop()
    {
        _context = ExecutionContext.Capture();
        OSThreadId = OperatingSystem.IsLinux() ? LibcAtOnce.GetThreadId() : 0;
        while (Next() is { } job)
        {
            if (!job.Execute())
            {
                return;
            }
        }
    }

    private IJob? Next()
    {
        IJob? job = null;
        LibraryThread.Uninterrupted(() =>
        {
            lock (_gate)
            {
                while (_next is null && !_isEnding)
                {
                    Clean();
                    Monitor.Wait(_gate);
                }

                Clean();

                (job, _next) = (_next, null);
            }
        });
        return job;
    }

    private void Clean()
    {
        if (!_isWorn)
        {
            return;
        }

        _isWorn = false;
        var thread = Thread.CurrentThread;
        thread.IsBackground = true;
        thread.Priority = ThreadPriority.Normal;
        thread.CurrentCulture = CultureInfo.InvariantCulture;
        thread.CurrentUICulture = CultureInfo.InvariantCulture;
        SynchronizationContext.SetSynchronizationContext(null);
        if (_context is not null)
        {
            ExecutionContext.Restore(_context);
        }

        // A pending interrupt comes out here, where it is taken.
        Thread.Sleep(1);
    }

    private void Change(Action change) => LibraryThread.Uninterrupted(() =>
    {
        lock (_gate)
        {
            change();
            Monitor.Pulse(_gate);
        }
    });
}
