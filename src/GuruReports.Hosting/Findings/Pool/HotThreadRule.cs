using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Pool;

/// <summary>GURU005: a thread that uses a whole CPU.</summary>
internal sealed class HotThreadRule(FindingOptions options) : IFindingRule
{
    private const int MostThreads = 3;
    private const double NearlyAll = 0.95;
    private static readonly TimeSpan s_longEnough = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_window = TimeSpan.FromMilliseconds(100);

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var index = StackIndex.Of(report);
        var hot = index.Threads
            .Select(thread => new { Thread = thread, Share = ShareOf(thread, index.Capture!) })
            .Where(entry => entry.Share >= options.HotThreadShare && entry.Thread.TopUserFrame is not null)
            .Where(entry => !Blocking.IsBlocked(entry.Thread) || HasJustRun(entry.Thread, index.Capture!))
            .Where(entry => WorkedOff.By(report, entry.Thread) is not { IsMoving: true })
            .OrderByDescending(entry => entry.Thread.CpuTime)
            .ToList();
        if (!Blocking.HadCpu(hot.ConvertAll(static entry => entry.Thread)))
        {
            // Who has wanted one all its life waits for no single turn: as those that yield theirs to others at once, all the time.
            hot.RemoveAll(static entry => !(OfLife(entry.Thread) >= NearlyAll));
        }

        if (hot.Count == 0)
        {
            return [];
        }

        return
        [
            new Finding
            {
                Id = FindingIds.HotThread,
                Name = "SPINNING",
                Severity = FindingSeverity.Warning,
                Certainty = FindingCertainty.Likely,
                Summary = Summarize(hot.Count, Where(hot.ConvertAll(entry => entry.Thread)), report.Facts<RuntimeFacts>()?.ProcessorCount),
                Evidence = [.. hot.Take(MostThreads).SelectMany(entry => Describe(report, entry.Thread, entry.Share!.Value)), .. Allocation.Describe(report)],
                Advice = "If this is not meant to compute all the time, look for a loop without a wait, or for an expression that backtracks. A second report shows whether it still stands there.",
                Weight = 40,
                Roots = WaitGraph.Of(report).Numbers(hot.Select(static entry => entry.Thread)),
            },
        ];
    }

    private static string Summarize(int threads, string where, int? processors) =>
        threads == 1 ? $"1 thread uses a whole CPU without a pause{where}"
        : threads > processors ? $"{threads} threads want a whole CPU each without a pause{where}; there {(processors == 1 ? "is 1" : $"are {processors}")}"
        : $"{threads} threads use a whole CPU each without a pause{where}";

    // Said in the sentence only where all stand at one place.
    private static string Where(List<CapturedThread> hot) =>
        hot.Select(thread => thread.TopUserFrame!).Select(frame => $"{frame.Type}.{frame.Name}").Distinct(StringComparer.Ordinal).Take(2).ToList() is [var only] && only.Length > 1 ? $", in {only}" : "";

    private static bool HasJustRun(CapturedThread thread, ThreadCapture capture) =>
        capture.CpuWindow >= s_window && Blocking.UsesCpu(thread);

    // A window of a few milliseconds says nothing: then the thread's whole life counts, if it was long enough. On a busy
    // machine a thread that spins gets less than a whole CPU: the time in which it was ready counts as if it had run, where it
    // was nearly all the rest: who pauses for a moment each time waits for its turn each time.
    private static double? ShareOf(CapturedThread thread, ThreadCapture capture)
    {
        var whole = OfLife(thread) is { } wanted ? OfWanted(thread.CpuTime / thread.Age, wanted) : null;
        var recent = capture.CpuWindow >= s_window ? OfWanted(thread.CpuShare, Blocking.Demand(thread)) : null;
        return recent is null || whole is null ? recent ?? whole : Math.Max(recent.Value, whole.Value);
    }

    // How much of its life the thread has run or was ready to; null where that was too short to say.
    private static double? OfLife(CapturedThread thread)
    {
        var wanted = (thread.CpuTime ?? TimeSpan.Zero) + (thread.WaitedForCpu ?? TimeSpan.Zero);
        return thread.Age is { Ticks: > 0 } age && wanted >= s_longEnough ? wanted / age : null;
    }

    private static double? OfWanted(double? had, double? wanted) => wanted >= NearlyAll || had is null ? wanted : had;

    private static string Queued(CapturedThread thread) =>
        thread.WaitedForCpu is { } waited && waited > thread.CpuTime * 0.25 ? " wanted (it had to wait for one)" : "";

    private static IEnumerable<string> Describe(Report report, CapturedThread thread, double share)
    {
        var own = OwnMethods.Of(thread.Frames).Take(2).ToList();
        yield return $"{Words.Thread(thread)}, tid {thread.OSThreadId}: {Words.Percent(Math.Min(share, 1))} of a CPU{Queued(thread)}, {Measures.Duration(thread.CpuTime ?? TimeSpan.Zero)} so far, at {Words.Frame(own[0])}";
        if (!ReferenceEquals(thread.Frames[0], own[0]) && !Calls.Describe(thread).Any())
        {
            yield return $"  inside {Words.Frame(thread.Frames[0])}";
        }

        foreach (var line in Calls.Describe(thread))
        {
            yield return line;
        }

        if (own.Count > 1)
        {
            yield return $"  called by {Words.Frame(own[1])}";
        }

        if (WorkedOff.By(report, thread) is { } queue)
        {
            yield return $"  {queue.Text}";
        }
    }
}
