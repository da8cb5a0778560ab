using System.Globalization;
using GuruReports.EndToEnd.Tests.Harness;
using GuruReports.Testing;
using Xunit.Abstractions;

namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>
/// A service under load that is asked for reports all the time: every 200 ms by three senders. In the short form for
/// some seconds; build/soak.sh gives it ten minutes and the promised bounds.
/// </summary>
[Collection(FaultCollection.Name)]
public sealed class SoakTests(ITestOutputHelper output)
{
    // A real-time signal: of an ordinary one the kernel keeps one pending, however often it is sent.
    private const int Signal = 38;
    private const int Senders = 3;
    private const int WindowSeconds = 30;
    private const string LatencyMark = "latencies ";

    private static readonly TimeSpan s_pace = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan s_length = TimeSpan.FromSeconds(
        double.Parse(Environment.GetEnvironmentVariable("GURU_SOAK_SECONDS") ?? "8", CultureInfo.InvariantCulture));

    [Fact]
    public void Signals_ForLong_NothingIsLostAndNothingGrows()
    {
        using var service = FaultProcess.Start(new FaultSetup
        {
            Mode = "soak",
            Settings = [("Signal", "SIGRTMIN+4")],
        });
        service.Output.WaitFor(line => line == "ready", Limits.Start);

        var alone = Latency(service, TimeSpan.FromSeconds(Math.Min(s_length.TotalSeconds, 120)));
        var warmUp = Send(service, TimeSpan.FromSeconds(Math.Min(s_length.TotalSeconds / 4, 60)));
        WaitForCount(service, warmUp);
        var before = ProcessSize.AtRest(service.Id);
        var skipped = Latency(service, TimeSpan.FromSeconds(1));
        var sending = new Thread(() => warmUp += Send(service, s_length));
        sending.Start();
        var asked = Latency(service, s_length);
        sending.Join();
        WaitForCount(service, warmUp);
        var after = ProcessSize.AtRest(service.Id);

        output.WriteLine($"{warmUp} signals, all counted; {service.Error.Count(ReportLines.IsEnd)} reports");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"p99 alone {alone:F0} us, with reports {asked:F0} us, ratio {asked / alone:F2} (first second {skipped:F0} us)"));
        output.WriteLine($"before {before}\nafter  {after}");
        FaultMatrix.Record(
            "J1",
            string.Create(CultureInfo.InvariantCulture, $"{Senders} senders, each a signal every 200 ms, for {s_length.TotalSeconds:F0} s, to a service under load"),
            string.Create(CultureInfo.InvariantCulture, $"{service.Error.Count(ReportLines.IsEnd)} reports answer {warmUp} of {warmUp} signals; {before.ResidentBytes >> 20} MB, {before.Threads} threads, {before.Descriptors} descriptors before, {after.ResidentBytes >> 20} MB, {after.Threads}, {after.Descriptors} after; p99 latency {asked / alone:F2} of its own"));
        Assert.InRange(after.Descriptors, 0, before.Descriptors + 5);
        Assert.InRange(after.Threads, 0, before.Threads + 5);

        // In the short form the heap and the compiled code of the first reports are still growing.
        Assert.InRange(after.ResidentBytes, 0, (before.ResidentBytes * 5 / 4) + ((Bounds.IsFull ? 20 : 200) << 20));
        if (Bounds.IsFull)
        {
            Assert.InRange(asked / alone, 0, 1.2);
        }
    }

    // Each sender begins at another moment, as senders that do not know of each other do.
    private static int Send(FaultProcess service, TimeSpan length)
    {
        var sent = 0;
        var threads = Enumerable.Range(0, Senders).Select(sender => new Thread(() =>
        {
            Until.HasPassed(s_pace * sender / Senders);
            for (var end = DateTime.UtcNow + length; DateTime.UtcNow < end; Until.HasPassed(s_pace))
            {
                service.Kill(Signal);
                Interlocked.Increment(ref sent);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return sent;
    }

    // The median of the windows' 99th percentiles: one in which another program had the machine does not count. A window is
    // so long that some reports are made in each.
    private static double Latency(FaultProcess service, TimeSpan length)
    {
        var end = DateTime.UtcNow + length;
        var seconds = new List<string[]>();
        service.Output.SkipToEnd();
        while (DateTime.UtcNow < end)
        {
            var line = service.Output.WaitFor(text => text.StartsWith(LatencyMark, StringComparison.Ordinal), Limits.Answer).Text;
            seconds.Add(line[LatencyMark.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        var windows = seconds.Chunk(WindowSeconds).Where(window => window.Length == Math.Min(seconds.Count, WindowSeconds)).Select(Percentile99).Order().ToList();
        return windows[windows.Count / 2];
    }

    private static double Percentile99(string[][] window)
    {
        var sorted = window.SelectMany(second => second).Select(latency => double.Parse(latency, CultureInfo.InvariantCulture)).Order().ToList();
        return sorted[sorted.Count * 99 / 100];
    }

    private static void WaitForCount(FaultProcess service, int sent)
    {
        while (ReportCount.Of(service.Error.ToString()) < sent)
        {
            service.Error.WaitFor(ReportLines.IsEnd, Limits.Report);
        }

        Assert.Equal(sent, ReportCount.Of(service.Error.ToString()));
    }
}
