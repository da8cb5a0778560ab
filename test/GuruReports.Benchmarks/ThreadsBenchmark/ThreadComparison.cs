using System.Diagnostics;
using System.Globalization;
using GuruReports.Inspection;
using GuruReports.Inspection.Threads;

namespace GuruReports.Benchmarks.ThreadsBenchmark;

/// <summary>Captures all threads by this library's two ways, by TraceLog and by dotnet-stack, taking turns in one process.</summary>
internal static class ThreadComparison
{
    private const int Rounds = 11;
    private const int InProcessPerRound = 5;

    /// <summary>Runs for each number of threads; by default 25, 125, 525 and 2025.</summary>
    public static int Run(string[] counts)
    {
        var first = ProcessInspector.CaptureThreads();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first capture of the process: {first.Duration.TotalMilliseconds:F1} ms ({first.Method})"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a spinning thread stood still for up to {QuietProbe.LongestGap().TotalMilliseconds:F2} ms while nothing was captured"));
        Console.WriteLine("threads   in process   paused   longest   allocated   diagnostics port   TraceLog   ratio   suspensions" + (DotnetStack.IsAvailable ? "   dotnet-stack   ratio" : ""));
        foreach (var count in counts.Length > 0 ? counts : ["25", "125", "525", "2025"])
        {
            Compare(int.Parse(count, CultureInfo.InvariantCulture));
        }

        return 0;
    }

    private static void Compare(int count)
    {
        using var threads = new BlockedThreads(count);
        List<double> inProcess = [], paused = [], allocated = [], port = [], traceLog = [], tool = [];
        var suspensions = 0;
        var options = new ThreadCaptureOptions { Method = ThreadCaptureMethod.DiagnosticsPort, Deadline = TimeSpan.FromMinutes(1) };
        _ = TraceLogWay.Capture();
        for (var round = 0; round < Rounds; round++)
        {
            for (var repeat = 0; repeat < InProcessPerRound; repeat++)
            {
                var before = GC.GetTotalAllocatedBytes(precise: true);
                var capture = ProcessInspector.CaptureThreads();
                allocated.Add(GC.GetTotalAllocatedBytes(precise: true) - before);
                inProcess.Add(capture.Duration.TotalMilliseconds);
                paused.Add(capture.Paused?.TotalMilliseconds ?? double.NaN);
            }

            port.Add(ProcessInspector.CaptureThreads(options).Duration.TotalMilliseconds);
            var start = Stopwatch.GetTimestamp();
            suspensions = Math.Max(suspensions, TraceLogWay.Capture().Suspensions);
            traceLog.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (DotnetStack.IsAvailable)
            {
                tool.Add(DotnetStack.Capture(Environment.ProcessId).TotalMilliseconds);
            }
        }

        var ratio = Median(traceLog) / Median(inProcess);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count,7} {Median(inProcess),9:F1} ms {Median(paused),5:F2} ms {paused.Max(),6:F2} ms {Median(allocated) / 1024,7:F0} KiB {Median(port),15:F0} ms {Median(traceLog),7:F0} ms {ratio,6:F0}x   1 : {suspensions,-7}{BesideTool(tool, Median(inProcess))}"));
    }

    private static string BesideTool(List<double> tool, double inProcess) =>
        tool.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Median(tool),14:F0} ms {Median(tool) / inProcess,5:F0}x");

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
