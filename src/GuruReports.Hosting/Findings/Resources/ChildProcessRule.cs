using GuruReports.Hosting.Facts.Resources;
using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Threads;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Resources;

/// <summary>GURU038: code waits until a child process ends, and the child waits for that code: at a pipe between the two.</summary>
internal sealed class ChildProcessRule : IFindingRule
{
    private const int MostChildren = 4;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var children = WaitGraph.Of(report).All(WaitNodeKind.Child).Where(static node => node.WaitedBy.Count > 0).ToList();
        return children.Count == 0 ? [] : [Describe(children)];
    }

    private static Finding Describe(List<WaitNode> children)
    {
        var blocked = children.ConvertAll(static node => (ProcessNodeFacts)node.Subject!);
        var threads = children[0].WaitedBy.Select(static edge => edge.From.Thread).OfType<CapturedThread>().ToList();
        var chains = children[0].WaitedBy.Select(static edge => edge.From.Chain).OfType<AsyncChain>().ToList();
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
            Roots = [.. children.Select(static node => node.Number)],
        };
    }

    private static string StreamOf(int descriptor) => descriptor switch { 0 => "standard input", 1 => "standard output", 2 => "standard error", _ => $"descriptor {descriptor}" };
}
