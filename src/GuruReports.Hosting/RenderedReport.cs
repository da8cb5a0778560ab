using GuruReports.Reporting;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting;

/// <summary>A report as text in one format, with the few facts that a destination shows apart from the text.</summary>
public sealed record RenderedReport
{
    /// <summary>Gets the report's identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Gets what asked for the report.</summary>
    public required string Reason { get; init; }

    /// <summary>Gets the service's name.</summary>
    public required string ServiceName { get; init; }

    /// <summary>Gets the moment at which the report began, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the format of <see cref="Text"/>.</summary>
    public required ReportFormat Format { get; init; }

    /// <summary>Gets the whole report; lines are separated by <c>\n</c>, the last one included.</summary>
    public required string Text { get; init; }

    /// <summary>Gets the findings, the gravest first.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Gets where the report is already, in the words of the destinations that took it before this one; loggers and sinks of the service's own come last.</summary>
    public IReadOnlyList<string> WrittenTo { get; init; } = [];

    /// <summary>Gets the time that the sink may take.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(1);
}
