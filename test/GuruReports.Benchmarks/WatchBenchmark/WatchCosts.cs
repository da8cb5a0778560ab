using System.Globalization;
using GuruReports.Hosting;
using GuruReports.Hosting.Exceptions;
using GuruReports.Hosting.History;
using GuruReports.Hosting.Pipeline;
using GuruReports.Inspection;
using GuruReports.Inspection.Processes;
using GuruReports.Inspection.Processes.Clocks;
using GuruReports.Inspection.Processes.Marks;
using GuruReports.Inspection.Threads;

namespace GuruReports.Benchmarks.WatchBenchmark;

/// <summary>What watching costs a service: a row of the record, and what is looked at now and then, by the number of threads.</summary>
internal static class WatchCosts
{
    private static readonly int[] s_usual = [0, 100, 500];

    private static readonly ThreadCaptureOptions s_capture = new() { Deadline = TimeSpan.FromSeconds(1) };

    public static int Run(string[] arguments)
    {
        var counts = arguments.Length == 0 ? s_usual : [.. arguments.Select(text => int.Parse(text, CultureInfo.InvariantCulture))];
        var exceptions = new FirstChanceRecorder();
        var counters = new ServiceCounters(new RuntimeCounters(exceptions, new RequestCounts(), () => float.NaN, () => 0), new SystemCounters(SystemFiles.Real));
        var recorder = new HistoryRecorder(counters, new ClockWatch(TimeProvider.System, BootClock.Read), exceptions);
        var look = new FindingLook(new GuruMeditationOptions(), Capture);
        var threads = 0;
        Console.WriteLine("| Threads beside the benchmark's own | What | µs of a processor | allocated, bytes |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var count in counts)
        {
            for (; threads < count; threads++)
            {
                new Thread(() => Thread.Sleep(Timeout.Infinite), 128 << 10) { IsBackground = true }.Start();
            }

            Measure(count, "a row of the record", 5_000, recorder.Tick);
            Measure(count, "marks of machine and process", 5_000, CpuMarks.OfProcess.Take);
            Measure(count, "has a thread begun to wait for a lock?", 20_000, static () => _ = Monitor.LockContentionCount);
            Measure(count, "a capture", 40, static () => Capture());
            Measure(count, "a look for findings", 40, () => look.Find());
        }

        return 0;
    }

    private static ThreadCapture Capture() => ProcessInspector.CaptureThreads(s_capture);

    private static void Measure(int threads, string what, int turns, Action action)
    {
        for (var turn = 0; turn < turns / 4; turn++)
        {
            action();
        }

        var (allocated, used) = (GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime);
        for (var turn = 0; turn < turns; turn++)
        {
            action();
        }

        var time = (Environment.CpuUsage.TotalTime - used).TotalMicroseconds / turns;
        Console.WriteLine(FormattableString.Invariant($"| {threads} | {what} | {time:0.##} | {(GC.GetTotalAllocatedBytes(precise: true) - allocated) / (double)turns:0} |"));
    }
}
