using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Pipeline;

/// <summary>What a report does that only waits for its snapshot. An interface and no delegate: a start need not load the model of reports for it.</summary>
internal interface IWaitingWork
{
    /// <summary>Does it until there is no need to wait any more. On the report worker's thread only.</summary>
    /// <param name="options">The report's settings.</param>
    /// <param name="collected">The sections that are there already.</param>
    /// <param name="isOver">Asked between two steps, each of which takes some milliseconds.</param>
    void Run(GuruMeditationOptions options, IEnumerable<ReportSection> collected, Func<bool> isOver);
}
