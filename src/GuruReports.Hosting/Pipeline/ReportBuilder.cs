using GuruReports.Hosting.Findings;
using GuruReports.Hosting.Redaction;
using GuruReports.Hosting.Sections;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Pipeline;

/// <summary>
/// Builds one report: captures first, then what is cheap, most urgent first, then what needs the snapshot, then the
/// findings. What cannot be had in time is left out and named.
/// </summary>
/// <remarks>Runs on the report worker only.</remarks>
internal sealed class ReportBuilder
{
    private const int SnapshotsAtOnce = 6;

    private readonly SectionRunner _sections;
    private readonly ThreadSource _threads = new();

    // An image makes the service copy the pages that it writes meanwhile, and the helper wants a processor.
    private readonly Allowance _allowance = new(TimeProvider.System, SnapshotsAtOnce);
    private readonly SecretSource _secrets = new();
    private readonly AbandonableRunner _rules = new("guru-meditation rules");

    public ReportBuilder()
    {
        _sections = new SectionRunner(_threads.DescribeThread);
    }

    public Report Build(BuildRequest request, Gate stop)
    {
        var clock = new BuildClock(request.TimeLimit);
        var pausedBefore = GC.GetTotalPauseDuration();
        var notes = new List<string>(request.Notes);
        var redactor = _secrets.Learn(request, notes);
        var captures = _threads.Capture(request.Options, stop, notes);
        using var snapshot = SnapshotSource.Start(request.Options, clock, _allowance, request.Plan.Any(p => p.Generator is ISnapshotGenerator));

        var order = BuiltInSections.ByUrgency(request.Plan.Select(planned => planned.Generator));
        var sections = new ReportSection[request.Plan.Count];
        Collect(isReserved: false, SnapshotOutcome.Pending);
        var read = snapshot.Wait(stop);
        captures = stop.IsOpen ? captures : _threads.CaptureMissing(captures, request.Options, clock.LimitOfSecondTry(request.Options.SectionTimeout));
        Collect(isReserved: true, read);
        notes.AddRange(read.Notes);
        var report = new Report
        {
            Id = request.Id,
            Reason = request.Batch.Reason,
            Requests = request.Batch.Count,
            CreatedAt = request.CreatedAt,
            Duration = clock.Elapsed,
            Paused = Add(captures.Paused, snapshot.Paused),
            CollectorPaused = GC.GetTotalPauseDuration() - pausedBefore,
            Service = ServiceIdentitySource.Read(request.ServiceName, request.CreatedAt),
            Sections = sections,
            Notes = notes,
        };
        return new ReportScrubber(redactor).Scrub(WithFindings(report, request));

        void Collect(bool isReserved, SnapshotOutcome known)
        {
            foreach (var index in order.Where(index => request.Plan[index].Generator is ISnapshotGenerator == isReserved))
            {
                var limit = isReserved ? clock.LimitOfReserved(request.Options.SectionTimeout) : clock.Limit(request.Options.SectionTimeout);
                sections[index] = Run(request, request.Plan[index], limit, redactor, captures, known);
            }
        }
    }

    private ReportSection Run(BuildRequest request, PlannedSection planned, TimeSpan limit, IRedactor redactor, ThreadsTaken captures, SnapshotOutcome known) => _sections.Run(
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
        limit,
        request.Options.MaximumAbandonedThreads);

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
