using System.Diagnostics;
using GuruReports.Hosting;
using GuruReports.Hosting.Findings;
using GuruReports.Reporting.Model;

namespace GuruReports.Benchmarks.FindingsBenchmark;

/// <summary>The time of all rules over one report, new each time: nothing made for one report helps the next.</summary>
internal static class RulesOverManyThreads
{
    private const int Rounds = 30;
    private const int MostRules = 6;

    public static int Run()
    {
        var options = new FindingOptions();
        foreach (var threads in new[] { 100, 500, 2_000 })
        {
            var times = new List<double>();
            var processor = new List<double>();
            var found = 0;
            for (var round = 0; round < Rounds; round++)
            {
                var report = ManyThreads.Make(threads);
                var used = Environment.CpuUsage.TotalTime;
                var start = Stopwatch.GetTimestamp();
                found = FindingEngine.Evaluate(report, FindingRules.BuiltIn(options), options).Findings.Count;
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                processor.Add((Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
            }

            var first = times[0];
            times.Sort();
            processor.Sort();
            Console.WriteLine($"{threads,5} threads: median {times[Rounds / 2]:0.0} ms ({processor[Rounds / 2]:0.0} ms of CPU), best {times[0]:0.0} ms, worst {times[^1]:0.0} ms, first {first:0.0} ms, {found} findings");
        }

        TellDearest(options);
        return 0;
    }

    // Which rules the time goes into: each alone over a report of its own.
    private static void TellDearest(FindingOptions options)
    {
        var costs = FindingRules.BuiltIn(options)
            .Select(rule => (rule.GetType().Name, Cost: Enumerable.Range(0, Rounds).Select(_ => Time(rule, ManyThreads.Make(2_000))).Order().ElementAt(Rounds / 2)))
            .OrderByDescending(entry => entry.Cost)
            .Take(MostRules);
        Console.WriteLine($"dearest at 2000 threads, alone: {string.Join(", ", costs.Select(entry => $"{entry.Name} {entry.Cost:0.0} ms"))}");
    }

    private static double Time(IFindingRule rule, Report report)
    {
        var start = Stopwatch.GetTimestamp();
        _ = rule.Evaluate(report).Count();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
