using GuruReports.Hosting.Sections;

namespace GuruReports.Hosting.Pipeline;

/// <summary>Puts together what a report is built from.</summary>
internal static class BuildRequests
{
    private const double CollectingShare = 0.6;

    private static readonly IReadOnlyList<IReportGenerator> s_fallback = BuiltInSections.CreateProcessWide();

    public static BuildRequest Make(
        string id, RequestBatch batch, GuruMeditationOptions options, IReadOnlyList<HostReports> hosts, IReadOnlyList<string> lost)
    {
        var clock = hosts is [var first, ..] ? first.Clock : TimeProvider.System;
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
            CreatedAt = clock.GetUtcNow(),
            ServiceName = NameOf(options, hosts),
            Options = options,
            TimeLimit = LimitOf(batch, options),
            Hosts = hosts,
            Plan = SectionPlan.Make(hosts, s_fallback, options.Sections),
            Rules = rules,
            Notes = notes,
        };
    }

    // Code that waits for the destinations too leaves them a part of its time.
    private static TimeSpan LimitOf(RequestBatch batch, GuruMeditationOptions options) =>
        batch.Capture is { Publish: true } capture && capture.Left * CollectingShare < options.ReportTimeout ? capture.Left * CollectingShare : options.ReportTimeout;

    private static string NameOf(GuruMeditationOptions options, IReadOnlyList<HostReports> hosts) => hosts.Count == 0
        ? options.ServiceName ?? ServiceIdentitySource.DefaultName
        : string.Join(", ", hosts.Select(h => h.Name).Distinct());
}
