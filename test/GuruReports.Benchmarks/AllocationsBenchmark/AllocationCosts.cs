using System.Diagnostics;
using System.Globalization;
using GuruReports.Inspection;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Threads.Allocations;

namespace GuruReports.Benchmarks.AllocationsBenchmark;

/// <summary>What a look at allocations costs a process that allocates: by how much it does less meanwhile, and how long the look takes.</summary>
internal static class AllocationCosts
{
    private const int Rounds = 31;
    private static readonly TimeSpan s_window = TimeSpan.FromMilliseconds(100);

    public static int Run()
    {
        ProcessInspector.CaptureThreads();
        Console.WriteLine("allocators wish | allocated without (MB/s) | with | look (ms) | reading (ms) | samples | longest stop without (ms) | with");
        foreach (var wish in new[] { 10, 100, 1000, int.MaxValue })
        {
            Measure(wish);
        }

        return 0;
    }

    private static void Measure(int megabytesPerSecond)
    {
        var allocators = Enumerable.Range(0, 2).Select(_ => new Allocator(megabytesPerSecond / 2)).ToList();
        var without = new List<double>();
        var with = new List<double>();
        var looks = new List<double>();
        var reading = new List<double>();
        var samples = new List<double>();
        double stopWithout = 0, stopWith = 0;
        var options = new ThreadCaptureOptions();
        ProcessInspector.WatchAllocations(options, new AllocationWindow(s_window, s_window)).Wait(options.Deadline);
        for (var round = 0; round < Rounds; round++)
        {
            allocators.ForEach(static one => one.Longest = 0);
            var (start, bytes) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes());
            Thread.Sleep(s_window);
            without.Add((GC.GetTotalAllocatedBytes() - bytes) / Stopwatch.GetElapsedTime(start).TotalSeconds / 1e6);
            stopWithout = Math.Max(stopWithout, allocators.Max(static one => one.Longest));

            allocators.ForEach(static one => one.Longest = 0);
            start = Stopwatch.GetTimestamp();
            var look = ProcessInspector.WatchAllocations(options, new AllocationWindow(s_window, s_window)).Wait(options.Deadline);
            var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            with.Add(look.AllocatedBytes / look.Window.TotalSeconds / 1e6);
            looks.Add(took);
            reading.Add(took - look.Window.TotalMilliseconds);
            samples.Add(look.Samples);
            stopWith = Math.Max(stopWith, allocators.Max(static one => one.Longest));
        }

        allocators.ForEach(static one => one.Stop());
        var name = megabytesPerSecond == int.MaxValue ? "all they can" : $"{megabytesPerSecond} MB/s";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} | {Median(without):F0} | {Median(with):F0} | {Median(looks):F0} | {Median(reading):F1} | {Median(samples):F0} | {stopWithout:F1} | {stopWith:F1}"));
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
