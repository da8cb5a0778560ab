using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using GuruReports.Benchmarks.ThreadsBenchmark;

namespace GuruReports.Benchmarks.ReportBenchmark;

/// <summary>From the signal to the last byte of the report, with the default sections: the first report of a process, and the later ones; beside dotnet-stack, taking turns.</summary>
internal static partial class ReportTimes
{
    private const int UserSignal1 = 10;
    private const int Reports = 8;

    private static readonly TimeSpan s_settle = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(1);

    /// <summary>Runs for each number of threads; by default 25, 125, 525 and 2025.</summary>
    public static int Run(string[] counts)
    {
        Console.WriteLine("| Threads | first report | later ones, median | without snapshot: first | later ones, median | dotnet-stack, stacks alone |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var count in counts.Length > 0 ? counts : ["25", "125", "525", "2025"])
        {
            var with = Measure(count, isSnapshot: true);
            var without = Measure(count, isSnapshot: false);
            Console.WriteLine(FormattableString.Invariant($"| {count} | {with.First:F0} ms | {with.Later:F0} ms | {without.First:F0} ms | {without.Later:F0} ms | {(without.Stack is { } stack ? $"{stack:F0} ms" : "not run")} |"));
        }

        return 0;
    }

    private static (double First, double Later, double? Stack) Measure(string threads, bool isSnapshot)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["report-service", threads]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["GuruMeditation__Snapshot__Enabled"] = isSnapshot.ToString(CultureInfo.InvariantCulture);
        using var process = Process.Start(start)!;
        while (process.StandardOutput.ReadLine() is not "ready")
        {
            // What the host says of itself.
        }

        Thread.Sleep(s_settle);
        var times = new List<double>();
        var stacks = new List<double>();
        for (var report = 0; report < Reports; report++)
        {
            times.Add(Ask(process));
            Thread.Sleep(s_between);
            if (DotnetStack.IsAvailable && !isSnapshot)
            {
                stacks.Add(DotnetStack.Capture(process.Id).TotalMilliseconds);
                Thread.Sleep(s_between);
            }
        }

        process.StandardInput.Close();
        process.WaitForExit();
        var later = times.Skip(1).Order().ToArray();
        return (times[0], later[later.Length / 2], stacks.Count == 0 ? null : stacks.Order().ElementAt(stacks.Count / 2));
    }

    private static double Ask(Process process)
    {
        var begin = Stopwatch.GetTimestamp();
        _ = Kill(process.Id, UserSignal1);
        while (process.StandardError.ReadLine() is { } line)
        {
            if (line.StartsWith("GuruMeditation: report", StringComparison.Ordinal) && line.Contains(" written to ", StringComparison.Ordinal))
            {
                return Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
            }
        }

        throw new InvalidOperationException("the service ended");
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
