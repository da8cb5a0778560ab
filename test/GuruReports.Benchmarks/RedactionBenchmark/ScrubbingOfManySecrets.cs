using System.Diagnostics;
using GuruReports.Hosting;
using GuruReports.Hosting.Redaction;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;

namespace GuruReports.Benchmarks.RedactionBenchmark;

/// <summary>The time to learn many secrets and to take them out of a report of many threads; twice as much of either must take about twice as long.</summary>
internal static class ScrubbingOfManySecrets
{
    private const int Rounds = 15;
    private const int Depth = 30;
    private const int Places = 40;

    public static int Run()
    {
        foreach (var (threads, secrets, keys) in new[] { (500, 750, 7_500), (1_000, 1_500, 15_000), (2_000, 3_000, 30_000) })
        {
            var report = Make(threads);
            var learning = new List<double>();
            var scrubbing = new List<double>();
            for (var round = 0; round < Rounds; round++)
            {
                var redactor = new SecretRedactor(new RedactionOptions());
                learning.Add(Time(() => Learn(redactor, secrets, keys)));
                scrubbing.Add(Time(() => new ReportScrubber(redactor).Scrub(report)));
            }

            learning.Sort();
            scrubbing.Sort();
            Console.WriteLine($"{threads,5} threads, {secrets,5} secrets of {keys,6} keys: learned in {learning[Rounds / 2]:0.0} ms, scrubbed in {scrubbing[Rounds / 2]:0.0} ms (best {scrubbing[0]:0.0}, worst {scrubbing[^1]:0.0})");
        }

        return 0;
    }

    private static void Learn(SecretRedactor redactor, int secrets, int keys)
    {
        var random = new Random(1);
        for (var index = 0; index < keys; index++)
        {
            var isSecret = index % (keys / secrets) == 0;
            redactor.Redact(isSecret ? $"Tenants:{index}:Password" : $"Tenants:{index}:DisplayName", isSecret ? Secret(random) : $"Tenant number {index} in Vienna");
        }
    }

    private static string Secret(Random random) => new(random.GetItems<char>("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!?+-", 24));

    private static double Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    // Every thread in a group of its own: the dearest that there is.
    private static Report Make(int threads) => new()
    {
        Id = "bench-1",
        Reason = "benchmark",
        CreatedAt = DateTimeOffset.UnixEpoch,
        Service = new ServiceIdentity { Name = "bench", ProcessId = 1, MachineName = "node" },
        Sections =
        [
            new ReportSection
            {
                Title = "Threads",
                Value = new ReportStacks([.. Enumerable.Range(1, threads).Select(number => new StackGroup
                {
                    Count = 1,
                    Noun = "thread",
                    State = "waiting for a Task",
                    Frames = [.. Enumerable.Range(0, Depth).Select(depth => new StackFrameLine($"Bench.Service{number % Places}.Method{depth}(Int32 id, CancellationToken token)", $"Service{number % Places}.cs:{depth + 10}", depth < 9))],
                    Members = [new StackMember($"#{number} \"worker-{number}\" tid {10_000 + number}", [new ReportEntry("os name", $"worker-{number}"), new ReportEntry("cpu", $"{number % 97} %")])],
                })]),
            },
        ],
    };
}
