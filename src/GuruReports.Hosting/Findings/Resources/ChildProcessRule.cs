using GuruReports.Hosting.Facts.Resources;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Resources;

/// <summary>GURU038: code waits until a child process ends, and the child waits for that code: at a pipe between the two.</summary>
internal sealed class ChildProcessRule : IFindingRule
{
    private const int MostChildren = 4;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var blocked = Descendants(report.Facts<ProcessFacts>()?.Root).Where(child => child.BlockedOn is { IsOurs: true }).ToList();
        if (blocked.Count == 0)
        {
            return [];
        }

        var index = StackIndex.Of(report);
        var writes = blocked.Exists(child => child.BlockedOn!.IsWrite);
        var threads = index.Threads.Where(thread => WaitsForExit(thread) || (writes && ReadsAnotherPipe(thread))).ToList();
        var chains = (index.Snapshot?.Async?.Chains ?? []).Where(WaitsForExit).ToList();
        return threads.Count + chains.Count == 0 ? [] : [Describe(blocked, threads, chains)];
    }

    // The usual way to have both streams of a child redirected: one is read to its end first, the other one fills meanwhile.
    private static bool ReadsAnotherPipe(CapturedThread thread) =>
        thread is { State: ThreadActivity.InFileCall or ThreadActivity.InSystemCall, TopUserFrame: not null } && thread.StateDetail?.Contains("(pipe)", StringComparison.Ordinal) == true;

    private static IEnumerable<ProcessNodeFacts> Descendants(ProcessNodeFacts? process) =>
        process is null ? [] : process.Children.SelectMany(child => Descendants(child).Prepend(child));

    private static bool WaitsForExit(CapturedThread thread) =>
        Blocking.IsBlocked(thread) && Calls.BelowOwnCode(thread).Any(frame => frame.Type?.StartsWith(FrameworkNames.Process, StringComparison.Ordinal) == true && frame.Name?.StartsWith("WaitForExit", StringComparison.Ordinal) == true);

    private static bool WaitsForExit(AsyncChain chain) => chain.Frames.Any(frame => frame.Method.StartsWith($"{FrameworkNames.Process}.WaitForExitAsync", StringComparison.Ordinal));

    private static Finding Describe(List<ProcessNodeFacts> blocked, List<CapturedThread> threads, List<AsyncChain> chains)
    {
        var child = blocked.Find(one => one.BlockedOn!.IsWrite) ?? blocked[0];
        var writes = child.BlockedOn!.IsWrite;
        return new Finding
        {
            Id = FindingIds.ChildProcess,
            Name = "CHILD PROCESS",
            Severity = writes ? FindingSeverity.Critical : FindingSeverity.Warning,
            Certainty = writes && threads.Count > 0 ? FindingCertainty.Certain : FindingCertainty.Likely,
            Summary = writes
                ? $"code waits for child process {child.Id} {child.Name} to end, which waits for room in its redirected output: the pipe is full and nobody reads it"
                : $"code waits for child process {child.Id} {child.Name} to end, which waits for input on a redirected pipe that this process keeps open",
            Evidence =
            [
                .. blocked.Take(MostChildren).Select(one => $"{one.Id} {one.Name} is blocked {(one.BlockedOn!.IsWrite ? "writing to" : "reading from")} its {StreamOf(one.BlockedOn.Descriptor)}, a pipe whose other end is open in this process"),
                .. Place.Describe(Place.GroupByOwnCode(threads)),
                .. chains.Take(MostChildren).SelectMany(Chains.Describe),
            ],
            Advice = writes
                ? "Read the output before WaitForExit, or while it runs (BeginOutputReadLine, ReadToEndAsync): a pipe holds 64 KiB."
                : "Close the child's standard input when all is written.",
            Weight = 99,
        };
    }

    private static string StreamOf(int descriptor) => descriptor switch { 0 => "standard input", 1 => "standard output", 2 => "standard error", _ => $"descriptor {descriptor}" };
}
