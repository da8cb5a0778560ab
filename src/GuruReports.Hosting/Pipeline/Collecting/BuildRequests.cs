using GuruReports.Hosting.Boundary;
using GuruReports.Hosting.Pipeline.Requests;
using GuruReports.Hosting.Sections;

namespace GuruReports.Hosting.Pipeline.Collecting;

/// <summary>Puts together what a report is built from.</summary>
internal sealed class BuildRequests(JobRunner runner)
{
    // The clock of a service is its own code too.
    private static readonly TimeSpan s_clockLimit = TimeSpan.FromMilliseconds(250);

    private const double CollectingShare = 0.6;

    private static readonly IReadOnlyList<IReportGenerator> s_fallback = BuiltInSections.CreateProcessWide();

    public BuildRequest Make(
        string id, RequestBatch batch, GuruMeditationOptions options, IReadOnlyList<HostReports> hosts, IReadOnlyList<string> lost)
    {
        var notes = new List<string>(lost);
        var rules = new List<IFindingRule>();
        foreach (var host in hosts)
        {
            notes.AddRange(host.Notes);
            rules.AddRange(host.Rules);
        }

        if (hosts.Count == 0)
        {
            notes.Add("no host is running in this process: sections that a host brings are missing");
        }

        return new BuildRequest
        {
            Id = id,
            Batch = batch,
            CreatedAt = Now(hosts, options, notes),
            ServiceName = NameOf(options, hosts),
            Options = options,
            TimeLimit = LimitOf(batch, options),
            Hosts = hosts,
            Plan = SectionPlan.Make(hosts, s_fallback, options.Sections),
            Rules = rules,
            Notes = notes,
        };
    }

    private DateTimeOffset Now(IReadOnlyList<HostReports> hosts, GuruMeditationOptions options, List<string> notes)
    {
        if (hosts is not [{ Clock: var clock }, ..] || ReferenceEquals(clock, TimeProvider.System))
        {
            return DateTimeOffset.UtcNow;
        }

        var result = runner.RunForeign("clock", _ => (object)clock.GetUtcNow(), s_clockLimit, options.MaximumAbandonedThreads);
        if (result.Value is DateTimeOffset now)
        {
            return now;
        }

        notes.Add($"the service's own clock was not used: {result.Explain(s_clockLimit)}");
        return DateTimeOffset.UtcNow;
    }

    // Code that waits has to get what was collected before its time is over, and the destinations want a part of it too.
    private static TimeSpan LimitOf(RequestBatch batch, GuruMeditationOptions options) =>
        batch.Capture is { } capture ? TimeLimits.Min(capture.Left * CollectingShare, options.ReportTimeout) : options.ReportTimeout;

    private static string NameOf(GuruMeditationOptions options, IReadOnlyList<HostReports> hosts) => hosts.Count == 0
        ? options.ServiceName ?? ServiceIdentitySource.DefaultName
        : string.Join(", ", hosts.Select(h => h.Name).Distinct());
}
