using GuruReports.Hosting.Facts.Resources;
using GuruReports.Inspection.Processes;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Processes;

/// <summary>The process and its descendants as a tree.</summary>
internal sealed class ProcessesGenerator : IProcessWideGenerator
{
    private readonly int _id;

    public ProcessesGenerator()
        : this(Environment.ProcessId)
    {
    }

    internal ProcessesGenerator(int id) => _id = id;

    /// <inheritdoc/>
    public string Title => "Processes";

    /// <inheritdoc/>
    public ReportSection Generate(ReportContext context)
    {
        var tree = ProcessTree.Read(_id, cancellation: context.Cancellation);
        if (tree.Root is not { } whole)
        {
            return new ReportSection { Title = Title, Status = SectionStatus.Unavailable, Reason = tree.Unavailable };
        }

        var root = OwnProcesses.Without(whole);
        var facts = new ProcessFacts
        {
            Root = ProcessView.Fact(root),
            Descendants = ProcessView.CountBelow(root, _ => true),
            Zombies = ProcessView.CountBelow(root, entry => entry.Stat.State == 'Z'),
            OwnerNames = ProgramNames.Of((context.ThreadCaptures is [.., var last] ? last.NamedMutexes : []).Where(static mutex => !mutex.IsOwn).Select(static mutex => mutex.OwnerProcess), SystemFiles.Real),
            Truncated = tree.IsTruncated,
        };
        return new ReportSection
        {
            Title = Title,
            Summary = Summarize(facts),
            Value = new ReportTree([ProcessView.Show(root, context.Redactor)]),
            Status = tree.IsTruncated ? SectionStatus.Partial : SectionStatus.Complete,
            Reason = tree.IsTruncated ? "there are more processes than were looked at" : null,
            Facts = [facts],
        };
    }

    private static string Summarize(ProcessFacts facts)
    {
        var zombies = facts.Zombies > 0 ? $", {Measures.Count(facts.Zombies, "of them is a zombie", "of them are zombies")}" : "";
        return facts.Descendants == 0 ? "1 process, no children" : $"1 process with {Measures.Count(facts.Descendants, "descendant")}{zombies}";
    }
}
