using System.Diagnostics;
using GuruReports.Inspection.Threads.Linux;

namespace GuruReports.Inspection.Threads;

/// <summary>Takes captures, one at a time, by the best way that works here.</summary>
internal sealed class ThreadCapturer
{
    public static readonly ThreadCapturer Instance = new();

    private readonly Lock _gate = new();

    private int _prepared;

    public void Prepare()
    {
        if (Interlocked.Exchange(ref _prepared, 1) == 0)
        {
            new Thread(() => Capture(new ThreadCaptureOptions())) { IsBackground = true, Name = "GuruReports check" }.Start();
        }
    }

    public ThreadCapture Capture(ThreadCaptureOptions options)
    {
        var start = Stopwatch.GetTimestamp();
        var at = DateTimeOffset.UtcNow;
        lock (_gate)
        {
            return new ThreadCapture
            {
                Method = ThreadCaptureMethod.Unavailable,
                UnavailableReason = "this build has no way to take stacks yet",
                CapturedAt = at,
                Threads = OperatingSystem.IsLinux() ? ListNative() : [],
                Duration = Stopwatch.GetElapsedTime(start),
            };
        }
    }

    private static List<CapturedThread> ListNative()
    {
        var reader = new OSThreads(new ProcFile());
        var boot = ThreadClock.BootNanoseconds();
        var own = LibC.GetThreadId();
        var threads = new List<CapturedThread>();
        foreach (var id in OSThreads.ListIds())
        {
            if (reader.Read(id) is not { } thread)
            {
                continue;
            }

            var cpu = ThreadClock.CpuNanoseconds(id);
            threads.Add(new CapturedThread
            {
                OSThreadId = id,
                OSName = thread.Name,
                Role = id == Environment.ProcessId ? ThreadRole.Main : ThreadRole.Unknown,
                State = thread.State == 'R' ? ThreadActivity.Running : ThreadActivity.Unknown,
                CpuTime = cpu >= 0 ? TimeSpan.FromTicks(cpu / 100) : null,
                Age = OSThreads.AgeOf(thread, boot),
                IsCapturing = id == own,
            });
        }

        return threads;
    }
}
