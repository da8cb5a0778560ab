using GuruReports.Hosting;
using GuruReports.Reporting.Model;

namespace Heat.Monitoring;

/// <summary>The stacks that are being worked on, and how many there are in each state.</summary>
internal sealed class StacksSection(Overview overview) : IReportGenerator
{
    public string Title => "Stacks in Progress";

    public ReportSection Generate(ReportContext context)
    {
        var stacks = overview.Stacks;
        var busy = stacks.Where(stack => stack.Status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal)).ToList();
        return new ReportSection
        {
            Title = Title,
            Summary = FormattableString.Invariant($"{busy.Count} of {stacks.Count} stacks are in progress; read {overview.Age}"),
            Value = new ReportMap(
            [
                .. stacks.CountBy(stack => stack.Status).OrderBy(state => state.Key, StringComparer.Ordinal).Select(state => new ReportEntry(state.Key, state.Value)),
                new ReportEntry("in progress", new ReportTable(
                    ["Stack", "Status", "Resources", "For"],
                    [.. busy.Select(stack => (IReadOnlyList<ReportValue>)[stack.Name, stack.Status, stack.Resources, context.CreatedAt - stack.Changed])])),
            ]),
        };
    }
}
