using GuruReports.Hosting.Boundary;
using GuruReports.Hosting.Facts.Host;
using GuruReports.Hosting.Findings;
using GuruReports.Hosting.Redaction;
using GuruReports.Hosting.Sections;
using GuruReports.Hosting.Sections.Runtime;
using GuruReports.Inspection.Threads.Allocations;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Pipeline.Collecting;

/// <summary>
/// Builds one report: captures first, then what is cheap, most urgent first, then what needs the snapshot, then the
/// findings. What cannot be had in time is left out and named.
/// </summary>
/// <remarks>Runs on the report worker only.</remarks>
internal sealed class ReportBuilder
{
    private readonly SectionRunner _sections;
    private readonly ThreadSource _threads;
    private readonly SnapshotSource _snapshots;
    private readonly AllocationSource _allocations;
    private readonly SecretSource _secrets;
    private readonly ForeignRules _rules;
    private readonly ReportWays _ways;

    public ReportBuilder(ReportWays ways)
    {
        _ways = ways;
        _threads = new ThreadSource(ways.CaptureThreads);
        _snapshots = new SnapshotSource(ways.TakeSnapshot, ways.MayMemoryMatter, ways.Time);
        _allocations = new AllocationSource(ways.WatchAllocations, ways.CollectorLoad);
        _secrets = new SecretSource(ways.Runner);
        _sections = new SectionRunner(ways.Runner, _threads.DescribeThread);
        _rules = new ForeignRules(ways.Runner);
    }

    /// <summary>Learns the secrets that the process was given; notes what could not be learned.</summary>
    public SecretRedactor Learn(IReadOnlyList<HostReports> hosts, GuruMeditationOptions options, List<string> notes) => _secrets.Learn(hosts, options, notes);

    /// <summary>Builds the report.</summary>
    /// <param name="request">What it is built from.</param>
    /// <param name="learned">The redactor, where it has learned already.</param>
    /// <param name="stop">Ends collecting early.</param>
    public BuiltReport Build(BuildRequest request, SecretRedactor? learned, Gate stop)
    {
        var clock = new BuildClock(request.TimeLimit);
        var pausedBefore = GC.GetTotalPauseDuration();
        var notes = new List<string>(request.Notes);
        var redactor = learned ?? Learn(request.Hosts, request.Options, notes);
        using var taken = TakeThreadsAndImage(request, clock, stop, notes);
        var (captures, snapshot) = taken;
        var allocations = stop.IsOpen ? null : _allocations.Start(request.Options, clock);

        var order = BuiltInSections.ByUrgency(request.Plan.Select(planned => planned.Generator));
        var sections = new ReportSection[request.Plan.Count];
        Collect(isReserved: false, SnapshotOutcome.Pending);
        _ways.WhileWaiting?.Run(request.Options, sections.OfType<ReportSection>(), () => snapshot.IsOver || stop.IsOpen || clock.LeftBeforeReserve <= TimeSpan.Zero);
        var read = snapshot.Wait(stop);
        AddAllocations(request.Plan, sections, stop.IsOpen ? null : allocations);
        captures = stop.IsOpen ? captures : _threads.CaptureMissing(captures, request.Options, clock.LimitOfSecondTry(request.Options.SectionTimeout));
        Collect(isReserved: true, read);
        ShowVariablesOnce(request.Plan, sections);
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
            Service = ServiceIdentitySource.Read(request.ServiceName, request.CreatedAt, request.Options.Version),
            Sections = Array.AsReadOnly(sections),
            Notes = notes,
        };
        return new BuiltReport(Masking.Mask(WithFindings(report, request), redactor), redactor);

        void Collect(bool isReserved, SnapshotOutcome known)
        {
            foreach (var index in order.Where(index => request.Plan[index].Generator is ISnapshotGenerator == isReserved))
            {
                var limit = isReserved ? clock.LimitOfReserved(request.Options.SectionTimeout) : clock.Limit(request.Options.SectionTimeout);
                sections[index] = Run(request, request.Plan[index], limit, redactor, captures, known);
            }
        }
    }

    private static void ShowVariablesOnce(IReadOnlyList<PlannedSection> plan, ReportSection[] sections)
    {
        var shown = sections.SelectMany(static section => section.Facts).OfType<ConfigurationFacts>().SelectMany(static facts => facts.Variables).ToHashSet(StringComparer.Ordinal);
        for (var index = 0; index < sections.Length; index++)
        {
            sections[index] = plan[index].Generator is EnvironmentGenerator ? EnvironmentGenerator.Without(sections[index], shown) : sections[index];
        }
    }

    // What is seen in a quarter of a second is waited for last: by now it is over, most of the time.
    private static void AddAllocations(IReadOnlyList<PlannedSection> plan, ReportSection[] sections, Func<AllocationCapture>? allocations)
    {
        for (var index = 0; allocations is not null && index < sections.Length; index++)
        {
            sections[index] = plan[index].Generator is RuntimeGenerator ? AllocationView.AddTo(sections[index], allocations()) : sections[index];
        }
    }

    // The helper starts while the threads are captured; the image is taken right after, so that both show the same moment.
    private Taken TakeThreadsAndImage(BuildRequest request, BuildClock clock, Gate stop, List<string> notes)
    {
        var mayTakeImage = new Gate();
        SnapshotReading? snapshot = null;
        try
        {
            var captures = _threads.Capture(request.Options, stop, notes, beforeLast: Start);
            Start();
            return new(captures, snapshot!);
        }
        finally
        {
            mayTakeImage.Open();
        }

        void Start() => snapshot ??= _snapshots.Start(request.Options, clock, request.Plan.Any(p => p.Generator is ISnapshotGenerator), mayTakeImage);
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
        var notes = new List<string>(report.Notes);
        var others = _rules.Ask(report, request.Rules, options, notes);
        var (findings, failures) = FindingEngine.Evaluate(report, FindingRules.BuiltIn(options.Findings), options.Findings, others);
        return report with { Findings = findings, Notes = [.. notes, .. failures] };
    }

    private readonly record struct Taken(ThreadsTaken Threads, SnapshotReading Snapshot) : IDisposable
    {
        public void Dispose() => Snapshot.Dispose();
    }

    private static TimeSpan? Add(TimeSpan? x, TimeSpan? y) => x is null ? y : y is null ? x : x + y;
}
