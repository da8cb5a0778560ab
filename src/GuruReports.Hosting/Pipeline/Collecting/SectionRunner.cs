using GuruReports.Hosting.Boundary;
using GuruReports.Hosting.Boundary.Copies;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Pipeline.Collecting;

/// <summary>Asks a generator for its section within a time limit; whatever happens, a section comes back, and it is the library's own.</summary>
internal sealed class SectionRunner(JobRunner runner, Func<int, string?> describeThread)
{
    public ReportSection Run(PlannedSection planned, Func<CancellationToken, ReportContext> context, TimeSpan limit, int maximumAbandoned)
    {
        if (limit <= TimeSpan.Zero)
        {
            return Missing(planned, SectionStatus.Skipped, "the report's time was over before its turn");
        }

        var name = "section/" + planned.Name;
        var result = OwnCode.IsForeign(planned.Generator)
            ? runner.RunForeign(name, token => Generate(planned.Generator, context(token)), limit, maximumAbandoned)
            : runner.Run(name, token => planned.Generator.Generate(context(token)), limit);
        var section = result.Outcome switch
        {
            JobOutcome.Completed => result.Value ?? Missing(planned, SectionStatus.Failed, "the generator returned null"),
            JobOutcome.Failed => Missing(planned, SectionStatus.Failed, Describe(result.Error!)),
            JobOutcome.Late => Missing(planned, SectionStatus.Late, DescribeLate(result.Explain(limit), result.ThreadId)),
            JobOutcome.Quarantined => Missing(planned, SectionStatus.Quarantined, result.Explain(limit)),
            _ => Missing(planned, SectionStatus.Skipped, "too many sections and destinations hang already"),
        };
        return section with { Title = planned.Title, Host = planned.Host, Duration = result.Duration };
    }

    private static ReportSection? Generate(IReportGenerator generator, ReportContext context)
    {
        var section = generator.Generate(context);
        return OwnCode.HandsOverForeign(generator) ? SectionCopy.Of(section, context.Cancellation) : section;
    }

    private static ReportSection Missing(PlannedSection planned, SectionStatus status, string reason) =>
        new() { Title = planned.Title, Host = planned.Host, Status = status, Reason = reason };

    private static string Describe(ErrorText error) => error.Place is null ? error.Short : $"{error.Short}\n  {error.Place}";

    private string DescribeLate(string late, int threadId) =>
        threadId != 0 && describeThread(threadId) is { } place ? $"{late}; its thread {place}" : late;
}
