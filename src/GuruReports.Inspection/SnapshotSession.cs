using GuruReports.Inspection.Boundary;
using GuruReports.Inspection.Snapshot;

namespace GuruReports.Inspection;

/// <summary>
/// A snapshot under way on a thread of its own. Everything is bounded; the thread pool is never used. Exactly one
/// session works at a time in a process: another one started meanwhile ends as unavailable.
/// </summary>
internal sealed class SnapshotSession : IDisposable
{
    /// <summary>The name of the thread that works on a session.</summary>
    internal const string ThreadName = Snapshot.Protocol.LibraryThreads.Cloning;

    private static readonly TimeSpan s_exitGrace = TimeSpan.FromSeconds(1);

    private readonly object _changed = new();
    private readonly CancellationDescriptor _cancellation = new();
    private readonly SnapshotCaptureOptions _options;
    private readonly SnapshotCapture _unexplained = new() { UnavailableReason = "taking the snapshot failed, and there was no memory to say why" };
    private SnapshotCapture? _capture;
    private Action? _whenAnswered;
    private bool _ended;

    private SnapshotSession(SnapshotCaptureOptions options) => _options = options;

    /// <summary>Gets whether <see cref="Wait"/> has its answer: what was read, or why nothing could be. Any thread may read it.</summary>
    public bool IsAnswered
    {
        get
        {
            lock (_changed)
            {
                return _capture is not null;
            }
        }
    }

    /// <summary>
    /// Starts a session and returns at once. The image is taken as soon as the helper is up, about 0.1 s later; reading
    /// it goes on in the helper. Any thread may call.
    /// </summary>
    /// <param name="options">How to take it; <see langword="null"/> for the defaults.</param>
    /// <returns>The session; dispose it, which cancels what is still under way.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="SnapshotCaptureOptions.Timeout"/> is not between 1 and 60 s.</exception>
    public static SnapshotSession Start(SnapshotCaptureOptions? options = null)
    {
        options ??= new SnapshotCaptureOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Timeout, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Timeout, TimeSpan.FromSeconds(60));

        var session = new SnapshotSession(options);
        AppDomain.CurrentDomain.ProcessExit += session.OnProcessExit;
        if (LibraryThread.TryStart(ThreadName, session.Run, 512 * 1024) is null)
        {
            session.End(new SnapshotCapture { UnavailableReason = "no thread could be started for it: the process has no descriptor or no memory left" });
        }

        return session;
    }

    /// <summary>Waits for the result. Any thread may call, any number of times.</summary>
    /// <param name="timeout">How long to wait.</param>
    /// <returns>The capture; an unavailable one when the time passed, in which case the session still goes on.</returns>
    public SnapshotCapture Wait(TimeSpan timeout)
    {
        lock (_changed)
        {
            var deadline = Environment.TickCount64 + (long)timeout.TotalMilliseconds;
            while (_capture is null && deadline - Environment.TickCount64 is > 0 and var left)
            {
                Monitor.Wait(_changed, TimeSpan.FromMilliseconds(left));
            }

            return _capture ?? new SnapshotCapture { UnavailableReason = FormattableString.Invariant($"the snapshot was still being read after {timeout.TotalMilliseconds:F0} ms") };
        }
    }

    /// <summary>Calls back, once, when the answer is there; at once when it is already. Runs on the session's thread: it must only signal.</summary>
    internal void WhenAnswered(Action callback)
    {
        lock (_changed)
        {
            if (_capture is null)
            {
                _whenAnswered = callback;
                return;
            }
        }

        callback();
    }

    /// <summary>Gives up: image and helper are killed; <see cref="Wait"/> returns within milliseconds. Any thread may call.</summary>
    public void Cancel() => _cancellation.Signal();

    /// <summary>Cancels what is still under way. Does not wait for it.</summary>
    public void Dispose() => Cancel();

    private void Run()
    {
        SnapshotWorker? worker = null;
        try
        {
            worker = new SnapshotWorker(_options, _cancellation);
            Publish(worker.Take());
        }
        catch (Exception exception)
        {
            // The boundary of the session: whatever went wrong makes the snapshot unavailable and must not reach the
            // end of the thread, where it would end the service.
            Publish(Explain(exception));
        }
        finally
        {
            worker?.Dispose();
            End(capture: null);
        }
    }

    private void End(SnapshotCapture? capture)
    {
        if (capture is not null)
        {
            Publish(capture);
        }

        _cancellation.Dispose();
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        lock (_changed)
        {
            _ended = true;
            Monitor.PulseAll(_changed);
        }
    }

    private SnapshotCapture Explain(Exception exception)
    {
        try
        {
            return new SnapshotCapture { UnavailableReason = $"taking the snapshot failed: {exception.GetType().Name}: {exception.Message}" };
        }
        catch (Exception)
        {
            // A full heap, most likely: what was made before the request has to do.
            return _unexplained;
        }
    }

    private void Publish(SnapshotCapture capture)
    {
        Action? whenAnswered;
        lock (_changed)
        {
            _capture = capture;
            whenAnswered = _whenAnswered;
            Monitor.PulseAll(_changed);
        }

        whenAnswered?.Invoke();
    }

    // The image shares the service's descriptors: while it lives, ports that the service listened on stay taken.
    private void OnProcessExit(object? sender, EventArgs arguments)
    {
        Cancel();
        lock (_changed)
        {
            if (!_ended)
            {
                Monitor.Wait(_changed, s_exitGrace);
            }
        }
    }
}
