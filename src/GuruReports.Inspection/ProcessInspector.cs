using GuruReports.Inspection.Capturing;
using GuruReports.Inspection.Threads;

namespace GuruReports.Inspection;

/// <summary>Looks at the running process from inside. Needs no host, no attach tool and no privilege.</summary>
public static partial class ProcessInspector
{
    /// <summary>
    /// Captures every thread of this process, with its stack where a way to take it works. Synchronous: call it from a
    /// thread of your own, not from the thread pool that may be what is sick. Calls at the same time wait for each other.
    /// </summary>
    /// <returns>The capture. It does not throw for what a process cannot give: it says so in the capture.</returns>
    public static ThreadCapture CaptureThreads() => CaptureThreads(new ThreadCaptureOptions());

    /// <summary>Captures every thread of this process as <see cref="CaptureThreads()"/> does.</summary>
    /// <param name="options">How to capture.</param>
    /// <returns>The capture. It does not throw for what a process cannot give: it says so in the capture.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public static ThreadCapture CaptureThreads(ThreadCaptureOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return ThreadCapturer.Instance.Capture(options);
    }

    /// <summary>
    /// Captures threads several times, sleeping in between; <see cref="ThreadGrouping.Group(IReadOnlyList{ThreadCapture})"/>
    /// then tells a stuck thread from a spinning one.
    /// </summary>
    /// <param name="count">The number of captures, at least 1.</param>
    /// <param name="interval">The time between the start of one and the start of the next.</param>
    /// <param name="options">How to capture; <see langword="null"/> for the defaults.</param>
    /// <returns>The captures, oldest first.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1 or <paramref name="interval"/> is negative.</exception>
    public static IReadOnlyList<ThreadCapture> CaptureThreads(int count, TimeSpan interval, ThreadCaptureOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, TimeSpan.Zero);
        return ThreadBurst.Capture(ThreadCapturer.Instance, count, interval, options ?? new ThreadCaptureOptions());
    }

    /// <summary>
    /// Checks, on a background thread of its own, which way of capturing works here, so that the first capture need not.
    /// Returns at once; calling it again does nothing.
    /// </summary>
    public static void Prepare() => ThreadCapturer.Instance.Prepare();
}
