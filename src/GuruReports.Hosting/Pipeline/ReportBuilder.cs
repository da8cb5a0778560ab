using GuruReports.Hosting.Findings;
using GuruReports.Hosting.Model;
using GuruReports.Hosting.Redaction;

namespace GuruReports.Hosting.Pipeline;

/// <summary>
/// Builds one report: captures first, then what is cheap, then what needs the snapshot, then the findings. What cannot
/// be had in time is left out and named.
/// </summary>
/// <remarks>Runs on the report worker only.</remarks>
internal sealed class ReportBuilder
{
    private readonly SectionRunner _sections;
    private readonly ThreadSource _threads = new();
    private readonly SnapshotAllowance _allowance = new(TimeProvider.System);
    private readonly SecretSource _secrets = new();
    private readonly AbandonableRunner _rules = new("guru-meditation rules");

    public ReportBuilder()
    {
        _sections = new SectionRunner(_threads.DescribeThread);
    }

    public Report Build(BuildRequest request, Gate stop)
    {
        var clock = new BuildClock(request.TimeLimit);
        var notes = new List<string>(request.Notes);
        var redactor = _secrets.Learn(request, notes);
        var captures = _threads.Capture(request.Options, stop, notes);
        using var snapshot = SnapshotSource.Start(request.Options, clock, _allowance, request.Plan.Any(p => p.Generator is Sections.ISnapshotGenerator));

        var sections = CollectSections(request, stop, clock, snapshot, captures, redactor);
        notes.AddRange(snapshot.Wait(stop).Notes);
        var report = new Report
        {
            Id = request.Id,
            Reason = request.Batch.Reason,
            Requests = request.Batch.Count,
            CreatedAt = request.CreatedAt,
            Duration = clock.Elapsed,
            Paused = Add(captures.Paused, snapshot.Paused),
            Service = ServiceIdentitySource.Read(request.ServiceName, request.CreatedAt),
            Sections = sections,
            Notes = notes,
        };
        return new ReportScrubber(redactor).Scrub(WithFindings(report, request));
    }

    private List<ReportSection> CollectSections(
        BuildRequest request, Gate stop, BuildClock clock, SnapshotReading snapshot, ThreadsTaken captures, IRedactor redactor)
    {
        var plan = request.Plan;
        var results = new ReportSection[plan.Count];
        RunAll(isSnapshot: false, SnapshotOutcome.Pending);
        RunAll(isSnapshot: true, snapshot.Wait(stop));
        return [.. results];

        void RunAll(bool isSnapshot, SnapshotOutcome known)
        {
            for (var i = 0; i < plan.Count; i++)
            {
                if (plan[i].Generator is Sections.ISnapshotGenerator == isSnapshot)
                {
                    results[i] = Run(plan[i], known);
                }
            }
        }

        ReportSection Run(PlannedSection planned, SnapshotOutcome known) => _sections.Run(
            planned,
            token => new ReportContext
            {
                ReportId = request.Id,
                Reason = request.Batch.Reason,
                CreatedAt = request.CreatedAt,
                Redactor = redactor,
                Cancellation = token,
                Options = request.Options,
                ThreadCaptures = known.Result is null ? captures.Captures : ThreadSource.Join(captures.Captures, known.Result),
                ThreadsUnavailable = captures.Unavailable,
                Snapshot = known.Result,
                SnapshotUnavailable = known.Unavailable,
            },
            clock.Limit(request.Options.SectionTimeout, mayUseReserve: planned.Generator is Sections.ISnapshotGenerator),
            request.Options.MaximumAbandonedThreads);
    }

    private Report WithFindings(Report report, BuildRequest request)
    {
        var options = request.Options;
        IEnumerable<IFindingRule> rules =
        [
            .. FindingRules.BuiltIn(options.Findings),
            .. request.Rules.Select(rule => new BoundedRule(rule, _rules, options.SectionTimeout, options.MaximumAbandonedThreads)),
        ];
        var (findings, notes) = FindingEngine.Evaluate(report, rules, options.Findings);
        return report with { Findings = findings, Notes = [.. report.Notes, .. notes] };
    }

    private static TimeSpan? Add(TimeSpan? x, TimeSpan? y) => x is null ? y : y is null ? x : x + y;
}
