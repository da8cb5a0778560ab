using GuruReports.Hosting.Findings;
using GuruReports.Hosting.Pipeline.Collecting;
using GuruReports.Hosting.Pipeline.Publishing;
using GuruReports.Hosting.Sections;
using GuruReports.Inspection.Threads;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Pipeline;

/// <summary>
/// Looks for findings without making a report: a capture of the threads, four built-in sections of its own, the built-in rules. No
/// snapshot, no code of the service, nothing that reports remember, nothing that anybody is shown. For one thread at a time.
/// </summary>
/// <param name="options">The settings of reports.</param>
/// <param name="capture">Captures the threads within its own deadline.</param>
internal sealed class FindingLook(GuruMeditationOptions options, Func<ThreadCapture> capture)
{
    private readonly IReadOnlyList<IProcessWideGenerator> _generators = ProcessWideSections.CreateForLook();
    private readonly IReadOnlyList<IFindingRule> _rules = FindingRules.BuiltIn(options.Findings);

    /// <summary>Returns what the rules find now, the gravest first.</summary>
    public IReadOnlyList<Finding> Find()
    {
        if (!Preparation.TryLoad(options))
        {
            return [];
        }

        var at = DateTimeOffset.UtcNow;
        var context = new ReportContext
        {
            ReportId = "look",
            Reason = "a look",
            CreatedAt = at,
            Redactor = OwnWords.Instance,
            Options = options,
            ThreadCaptures = [capture()],
        };
        var report = new Report
        {
            Id = context.ReportId,
            Reason = context.Reason,
            Requests = 0,
            CreatedAt = at,
            Duration = TimeSpan.Zero,
            Service = ServiceIdentitySource.Read(ServiceIdentitySource.DefaultName, at),
            Sections = [.. _generators.Select(generator => generator.Generate(context))],
        };
        return FindingEngine.Evaluate(report, _rules, options.Findings).Findings;
    }
}
