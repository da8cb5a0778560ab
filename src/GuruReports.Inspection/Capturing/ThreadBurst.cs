using System.Diagnostics;
using GuruReports.Inspection.Threads;

namespace GuruReports.Inspection.Capturing;

/// <summary>Takes several captures at an interval, on the calling thread.</summary>
internal static class ThreadBurst
{
    public static IReadOnlyList<ThreadCapture> Capture(ThreadCapturer capturer, int count, TimeSpan interval, ThreadCaptureOptions options)
    {
        var captures = new List<ThreadCapture>(count);
        var start = Stopwatch.GetTimestamp();
        for (var index = 0; index < count; index++)
        {
            var left = (interval * index) - Stopwatch.GetElapsedTime(start);
            if (left > TimeSpan.Zero)
            {
                Thread.Sleep(left);
            }

            captures.Add(capturer.Capture(options));
        }

        return captures;
    }
}
