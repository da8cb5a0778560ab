using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using GuruReports.Inspection.Processes;
using GuruReports.Inspection.Snapshot.Budget;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Testing;

namespace GuruReports.Benchmarks.SnapshotBenchmark;

/// <summary>Compares the snapshot with createdump on the same service in one run: stalls, time, memory, disk.</summary>
internal static class SnapshotComparison
{
    private const int SnapshotRuns = 5, DumpRuns = 3;

    private static readonly List<SizeSummary> s_summaries = [];

    // The whole path: other processes of the machine may bear the name too.
    private static readonly string s_helper = Path.Combine(AppContext.BaseDirectory, "guru-reports");

    public static int Run(string[] sizes)
    {
        Console.WriteLine("| heap | way | longest stall, probe thread | the same with waits for a processor | longest answer, client outside | total | memory of the reading process | disk |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var size in sizes.Length == 0 ? ["100", "1024", "2048", "4096"] : sizes)
        {
            Measure(size);
        }

        Console.WriteLine();
        Console.WriteLine(SizeSummary.Head);
        s_summaries.ForEach(static summary => Console.WriteLine(summary.Line()));
        return 0;
    }

    private static void Measure(string size)
    {
        using var service = Start(size);
        var ready = service.StandardOutput.ReadLine()!.Split(' ');
        using var client = new EchoClient(int.Parse(ready[2], CultureInfo.InvariantCulture));
        var summary = new SizeSummary(size);
        var row = new Row(service, client, summary);
        s_summaries.Add(summary);
        summary.HugeMegabytes = HugeMegabytes(ready[1]);

        row.Print("nothing (3 s)", "", () =>
        {
            Thread.Sleep(3000);
            return ("", "");
        });
        for (var run = 1; run <= SnapshotRuns; run++)
        {
            row.Print("snapshot", s_helper, () => (Command(service, "snapshot"), "0"));
        }

        row.Print("snapshot, heap walk", s_helper, () => (Command(service, "snapshot-heap"), "0"));
        row.Print("createdump --normal", "createdump", () => Dump(ready[1], "--normal", isRead: false));
        for (var run = 1; run <= DumpRuns; run++)
        {
            row.Print("createdump --withheap", "createdump", () => Dump(ready[1], "--withheap", isRead: run == DumpRuns));
        }

        service.StandardInput.Close();
        service.WaitForExit();
    }

    private static (string Note, string Disk) Dump(string process, string kind, bool isRead)
    {
        var file = Path.Combine(Path.GetTempPath(), $"benchmark-{process}.dmp");
        var program = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "createdump");
        try
        {
            using var dump = Process.Start(new ProcessStartInfo(program, ["-f", file, kind, process]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            dump.StandardOutput.ReadToEnd();
            dump.WaitForExit();
            var read = isRead ? DumpReading.Run(file) : "";
            return (read, FormattableString.Invariant($"{new FileInfo(file).Length >> 20} MB"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static long HugeMegabytes(string process) =>
        (new KeyedLines(Encoding.UTF8.GetBytes(OtherProcess.Read(int.Parse(process, CultureInfo.InvariantCulture), "smaps_rollup") ?? "")).Bytes("AnonHugePages") ?? 0) / Measures.Mebibyte;

    private static string Command(Process service, string command)
    {
        service.StandardInput.WriteLine(command);
        service.StandardInput.Flush();
        return service.StandardOutput.ReadLine()!;
    }

    private static Process Start(string size)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileName(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(SnapshotComparison).Assembly.Location);
        }

        start.ArgumentList.Add("snapshot-service");
        start.ArgumentList.Add(size);
        return Process.Start(start)!;
    }

    private sealed class Row(Process service, EchoClient client, SizeSummary summary)
    {
        public void Print(string way, string watched, Func<(string Note, string Disk)> action)
        {
            Command(service, "stall");
            client.Take();
            using var peak = watched.Length > 0 ? new PeakMemory(watched) : null;
            var started = Stopwatch.GetTimestamp();
            var (note, disk) = action();
            var total = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            var stall = Command(service, "stall").Split(' ');
            var wait = client.Take();
            summary.Add(way, note, double.Parse(stall[0], CultureInfo.InvariantCulture), wait, peak?.Megabytes ?? 0);
            Console.WriteLine(FormattableString.Invariant($"| {summary.Size} MB | {way} | {stall[0]} ms | {stall[1]} ms | {wait:F1} ms | {total:F0} ms | {peak?.Megabytes ?? 0:F0} MB | {disk} |"));
            Console.Error.WriteLine($"{summary.Size} {way}: {note}");
        }
    }
}
