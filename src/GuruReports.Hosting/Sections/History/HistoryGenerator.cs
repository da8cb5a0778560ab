using GuruReports.Hosting.History;
using GuruReports.Hosting.History.LastWords;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.History;

/// <summary>What the process recorded of itself: the last 15 minutes and the last day, and what changed in them.</summary>
internal sealed class HistoryGenerator(Func<HistoryFacts?> read) : IProcessWideGenerator
{
    public HistoryGenerator()
        : this(ProcessHistory.Read)
    {
    }

    /// <inheritdoc/>
    public string Title => "History";

    /// <inheritdoc/>
    public ReportSection Generate(ReportContext context)
    {
        var previous = ProcessLastWords.Previous;
        if (read() is not { Seconds.Count: > 0 } facts)
        {
            return new ReportSection
            {
                Title = Title,
                Value = "nothing is recorded yet: the record begins when the host has started",
                Facts = previous is null ? [] : [previous],
            };
        }

        return new ReportSection
        {
            Title = Title,
            Summary = HistoryView.Summarize(facts),
            Value = HistoryView.Show(facts, previous, ProcessLastWords.Unavailable),
            Facts = previous is null ? [facts] : [facts, previous],
        };
    }
}
