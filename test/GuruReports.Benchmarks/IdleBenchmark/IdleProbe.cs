using System.Diagnostics;
using System.Globalization;
using GuruReports.Testing;

namespace GuruReports.Benchmarks.IdleBenchmark;

/// <summary>Starts one idle service, watches it for some seconds, and ends it.</summary>
internal static class IdleProbe
{
    /// <summary>What is measured, in this order.</summary>
    public static IReadOnlyList<string> Measures { get; } =
    [
        "host started, ms", "CPU until then, ms", "methods compiled until then", "assemblies", "resident, MB", "anonymous, MB", "threads", "descriptors",
        "CPU while idle, ms a minute", "allocated while idle, KB a minute", "wake-ups a second",
    ];

    /// <summary>Measures one start.</summary>
    /// <param name="mode">The service's mode.</param>
    /// <param name="settle">How long it is left alone before it is looked at.</param>
    /// <param name="watch">How long it is watched.</param>
    public static double[] Run(string mode, TimeSpan settle, TimeSpan watch)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["idle-service", mode]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var started = Answer(process);
        var startTime = clock.Elapsed.TotalMilliseconds;
        Thread.Sleep(settle);

        // The first question compiles what answers it.
        Ask(process);
        var before = Ask(process);
        Thread.Sleep(TimeSpan.FromSeconds(0.5));
        var wakesBefore = Wakes(process.Id);
        clock.Restart();
        Thread.Sleep(watch);
        var seconds = clock.Elapsed.TotalSeconds;
        var wakes = Wakes(process.Id).Sum(thread => wakesBefore.TryGetValue(thread.Key, out var count) ? thread.Value - count : 0);
        var status = Status(process.Id);
        var descriptors = OtherProcess.List(process.Id, "fd").Count;
        var after = Ask(process);
        process.StandardInput.Close();
        process.WaitForExit();
        return
        [
            startTime, started[0], started[3], after[2], status("VmRSS") / 1024, status("RssAnon") / 1024, status("Threads"), descriptors,
            (after[0] - before[0]) * 60 / seconds, (after[1] - before[1]) / 1024 * 60 / seconds, wakes / seconds,
        ];
    }

    private static double[] Ask(Process process)
    {
        process.StandardInput.WriteLine();
        process.StandardInput.Flush();
        return Answer(process);
    }

    private static double[] Answer(Process process)
    {
        while (process.StandardOutput.ReadLine() is { } line)
        {
            // The rest is what the host logs.
            if (line.StartsWith(IdleService.Mark, StringComparison.Ordinal))
            {
                return [.. line[IdleService.Mark.Length..].Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
            }
        }

        throw new InvalidOperationException("the service ended");
    }

    private static Func<string, double> Status(int id)
    {
        var lines = OtherProcess.Read(id, "status")!.Split('\n');
        return key => double.Parse(Array.Find(lines, line => line.StartsWith(key + ":", StringComparison.Ordinal))!.Split([':', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }

    // How often its threads began to run after they had waited.
    private static Dictionary<string, double> Wakes(int id) => OtherProcess.List(id, "task").ToDictionary(task => task, task =>
        OtherProcess.Read(id, $"task/{task}/status")?.Split('\n').FirstOrDefault(text => text.StartsWith("voluntary_ctxt_switches", StringComparison.Ordinal)) is { } line
            ? double.Parse(line.Split('\t')[1], CultureInfo.InvariantCulture)
            : 0);
}
