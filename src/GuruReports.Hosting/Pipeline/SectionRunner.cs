using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Pipeline;

/// <summary>Asks a generator for its section within a time limit; whatever happens, a section comes back.</summary>
internal sealed class SectionRunner(Func<int, string?> describeThread)
{
    private readonly AbandonableRunner _runner = new("guru-meditation sections");

    public ReportSection Run(PlannedSection planned, Func<CancellationToken, ReportContext> context, TimeSpan limit, int maximumAbandoned)
    {
        if (limit <= TimeSpan.Zero)
        {
            return Missing(planned, SectionStatus.Skipped, "the report's time was over before its turn");
        }

        var result = _runner.Run(planned.Name, token => planned.Generator.Generate(context(token)), limit, maximumAbandoned);
        var section = result.Outcome switch
        {
            RunOutcome.Completed => result.Value ?? Missing(planned, SectionStatus.Failed, "the generator returned null"),
            RunOutcome.Failed => Missing(planned, SectionStatus.Failed, Describe(result.Error!)),
            RunOutcome.Late => Missing(planned, SectionStatus.Late, DescribeLate(limit, result.ThreadId)),
            RunOutcome.Quarantined => Missing(planned, SectionStatus.Quarantined, "an earlier call has not returned yet"),
            _ => Missing(planned, SectionStatus.Skipped, "too many sections and destinations hang already"),
        };
        return section with { Title = planned.Title, Host = planned.Host, Duration = result.Duration };
    }

    private static ReportSection Missing(PlannedSection planned, SectionStatus status, string reason) =>
        new() { Title = planned.Title, Host = planned.Host, Status = status, Reason = reason };

    private static string Describe(Exception exception)
    {
        // Policy: Message and StackTrace of a foreign exception are foreign code too.
        try
        {
            var place = FirstFrame(exception.StackTrace);
            return $"{exception.GetType().FullName}: {exception.Message}{(place is null ? "" : "\n  " + place)}";
        }
        catch (Exception)
        {
            return exception.GetType().FullName ?? "an exception without a name";
        }
    }

    private static string? FirstFrame(string? stackTrace) => stackTrace?.Split('\n', 2)[0].Trim();

    private string DescribeLate(TimeSpan limit, int threadId)
    {
        var place = threadId == 0 ? null : describeThread(threadId);
        var late = FormattableString.Invariant($"it did not return within {limit.TotalSeconds:0.###} s");
        return place is null ? late : $"{late}; its thread {place}";
    }
}
