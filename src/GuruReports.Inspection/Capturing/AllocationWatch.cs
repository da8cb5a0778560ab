using GuruReports.Inspection.Boundary;
using GuruReports.Inspection.CoreClr;
using GuruReports.Inspection.CoreClr.Sampling;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Threads.Allocations;

namespace GuruReports.Inspection.Capturing;

/// <summary>
/// A look at allocations and collections under way, on a thread of its own. One at a time in a process; whoever waits has a
/// limit, and a look that fails costs only what it would have told.
/// </summary>
internal sealed class AllocationWatch
{
    private const string NoThread = "no thread could be started for it: the process has no descriptor or no memory left";
    private static int s_running;

    private readonly ThreadCapturer _capturer;
    private readonly ThreadCaptureOptions _options;
    private readonly AllocationWindow _window;
    private readonly AllocationCapture _unexplained = new() { UnavailableReason = "it failed, and there was no memory to say why" };
    private Thread? _thread;
    private AllocationCapture? _capture;
    private volatile bool _isAwaited;

    private AllocationWatch(ThreadCapturer capturer, ThreadCaptureOptions options, AllocationWindow window) =>
        (_capturer, _options, _window) = (capturer, options, window);

    /// <summary>Starts a look and returns at once.</summary>
    /// <param name="capturer">Captures the threads: its tables read the stacks.</param>
    /// <param name="options">How threads are captured; its deadline is this look's too.</param>
    /// <param name="window">How long to look.</param>
    public static AllocationWatch Start(ThreadCapturer capturer, ThreadCaptureOptions options, AllocationWindow window)
    {
        var watch = new AllocationWatch(capturer, options, window);
        if (Interlocked.Exchange(ref s_running, 1) != 0)
        {
            watch._capture = new AllocationCapture { UnavailableReason = "an earlier look at allocations has not come back yet" };
            return watch;
        }

        watch._thread = LibraryThread.TryStart("guru-allocs", watch.Run);
        if (watch._thread is null)
        {
            Volatile.Write(ref s_running, 0);
            watch._capture = new AllocationCapture { UnavailableReason = NoThread };
        }

        return watch;
    }

    /// <summary>Waits for what is seen, and ends the look as soon as it was long enough; says why there is nothing where the time passed.</summary>
    public AllocationCapture Wait(TimeSpan limit)
    {
        _isAwaited = true;
        return _thread?.Join(limit) == false
            ? new AllocationCapture { UnavailableReason = FormattableString.Invariant($"it took longer than {limit.TotalMilliseconds:0} ms") }
            : Volatile.Read(ref _capture) ?? _unexplained;
    }

    // The boundary of a look: whatever goes wrong inside becomes the reason why nothing was seen.
    private void Run()
    {
        try
        {
            Volatile.Write(ref _capture, Look());
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            Volatile.Write(ref _capture, new AllocationCapture { UnavailableReason = $"{error.GetType().Name}: {error.Message}" });
        }
        finally
        {
            Volatile.Write(ref s_running, 0);
        }
    }

    private AllocationCapture Look()
    {
        var deadline = Deadline.After(_options.Deadline);
        AllocationWay? way = null;
        if (!_capturer.TryAlone(deadline, ways => way = ways.Allocations))
        {
            return new AllocationCapture { UnavailableReason = "a capture of the threads took all the time" };
        }

        if (way is null)
        {
            return new AllocationCapture { UnavailableReason = "the stacks are not had in process" };
        }

        AllocationBatch batch;
        try
        {
            batch = way.Watch(_window, () => _isAwaited, deadline);
        }
        catch (WayFailedException error)
        {
            return new AllocationCapture { UnavailableReason = error.Message };
        }

        AllocationCapture? read = null;
        return _capturer.TryAlone(deadline, _ => read = way.Read(batch, _options, deadline)) && read is not null
            ? read
            : new AllocationCapture { UnavailableReason = "a capture of the threads took all the time" };
    }
}
