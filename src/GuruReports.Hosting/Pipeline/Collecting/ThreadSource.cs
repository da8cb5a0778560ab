using System.Diagnostics;
using GuruReports.Hosting.Boundary;
using GuruReports.Hosting.Sections.Custom;
using GuruReports.Inspection;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Symbols;
using GuruReports.Inspection.Threads;

namespace GuruReports.Hosting.Pipeline.Collecting;

/// <summary>Captures the threads for a report.</summary>
/// <param name="capture">Takes one capture within its own deadline.</param>
internal sealed class ThreadSource(Func<ThreadCaptureOptions, ThreadCapture> capture)
{
    private static readonly GuruMeditationOptions s_default = new();

    public ThreadsTaken Capture(GuruMeditationOptions options, Gate stop, List<string> notes, Action beforeLast)
    {
        var captures = new List<ThreadCapture>(options.Burst.Count);
        string? unavailable = null;
        var slowest = TimeSpan.Zero;
        for (var i = 0; i < options.Burst.Count; i++)
        {
            if (i > 0 && stop.Wait(options.Burst.Interval))
            {
                notes.Add(FormattableString.Invariant($"the service is stopping: {i} of {options.Burst.Count} captures were taken"));
                break;
            }

            if (i == options.Burst.Count - 1)
            {
                beforeLast();
            }

            var started = Stopwatch.GetTimestamp();
            if (CaptureOnce(options, options.SectionTimeout, out unavailable) is { } taken)
            {
                captures.Add(taken);
            }

            slowest = TimeLimits.Max(slowest, Stopwatch.GetElapsedTime(started));
        }

        return new(captures, captures.Count > 0 ? null : unavailable) { WasSlow = slowest > options.SectionTimeout / 2 };
    }

    /// <summary>Tries once more when the time was too short for all stacks: what was slow at the beginning of the report may have come back by now.</summary>
    /// <param name="taken">What there is.</param>
    /// <param name="options">The options.</param>
    /// <param name="limit">How long it may take.</param>
    public ThreadsTaken CaptureMissing(ThreadsTaken taken, GuruMeditationOptions options, TimeSpan limit) =>
        taken is { WasSlow: true, Unresolved: not 0 }
        && CaptureOnce(options, limit, out _) is { UnavailableReason: null } again
        && (taken.Unresolved is not { } before || again.UnresolvedAddresses < before)
            ? new([again], null)
            : taken;

    /// <summary>Joins the last capture with what the snapshot told of owners and waiters.</summary>
    public static IReadOnlyList<ThreadCapture> Join(IReadOnlyList<ThreadCapture> captures, SnapshotResult snapshot) =>
        captures.Count == 0 ? captures : [.. captures.Take(captures.Count - 1), SnapshotJoin.Join(captures[^1], snapshot)];

    /// <summary>Says where a thread stands, in words; null when that cannot be told.</summary>
    public string? DescribeThread(int osThreadId)
    {
        var taken = CaptureOnce(s_default, s_default.SectionTimeout, out _);
        var thread = taken?.Threads.FirstOrDefault(t => t.OSThreadId == osThreadId);
        var frame = thread?.TopUserFrame ?? (thread is { Frames: [var top, ..] } ? top : null);
        if (frame is null)
        {
            return null;
        }

        // Where a function that awaits has no frame, the wait of the thread that goes on with it says nothing of it.
        if (thread!.TopUserFrame is null && thread.Frames.Any(static own => own.Type == typeof(SectionThread).FullName))
        {
            return "waits for what the section's function awaits";
        }

        var place = frame.File is null ? "" : FormattableString.Invariant($" {Path.GetFileName(frame.File)}:{frame.Line}");
        return $"stands at {frame.Method}{place}";
    }

    private ThreadCapture? CaptureOnce(GuruMeditationOptions options, TimeSpan limit, out string? unavailable)
    {
        var settings = new ThreadCaptureOptions
        {
            Method = options.Threads.Method,
            FrameworkAssemblies = ReferenceEquals(options, s_default) ? AssemblyOwners.Current.Table.Listed : [.. options.Threads.FrameworkAssemblies],
            Deadline = limit,
        };

        // Policy: a capture keeps its own deadline, on a thread of its own that it leaves alone, and says in itself what it could not get.
        try
        {
            var taken = capture(settings);
            unavailable = taken.UnavailableReason;
            return taken;
        }
        catch (Exception exception)
        {
            unavailable = $"the capture failed: {ErrorText.Of(exception).Short}";
            return null;
        }
    }
}
