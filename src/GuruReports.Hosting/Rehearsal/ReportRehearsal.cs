using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GuruReports.Hosting.Exceptions;
using GuruReports.Hosting.Findings;
using GuruReports.Hosting.Pipeline.Collecting;
using GuruReports.Hosting.Redaction;
using GuruReports.Hosting.Sections;
using GuruReports.Hosting.Sections.Configuration;
using GuruReports.Hosting.Sections.Secrets;
using GuruReports.Hosting.Sections.Snapshot;
using GuruReports.Inspection;
using GuruReports.Inspection.Snapshot;
using GuruReports.Inspection.Snapshot.Helper;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Heap;
using GuruReports.Inspection.Snapshot.Model.Pool;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Symbols;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Threads.Allocations;
using GuruReports.Reporting;
using GuruReports.Reporting.Model;
using Microsoft.Extensions.Configuration;

namespace GuruReports.Hosting.Rehearsal;

/// <summary>
/// Goes the way of a report once, in small steps, so that the code of the first real one is compiled: built-in sections
/// of its own, samples for what a capture and a snapshot would give, and no destination. It shares no state with real
/// reports, runs no code of the service, does not stop the process, and starts nothing but a look at allocations of some milliseconds.
/// </summary>
/// <param name="options">The settings that reports will have.</param>
internal sealed class ReportRehearsal(GuruMeditationOptions options)
{
    private static readonly AllocationWindow s_shortLook = new(TimeSpan.Zero, TimeSpan.Zero);
    private static readonly TimeSpan s_lookLimit = TimeSpan.FromSeconds(1);

    private readonly SecretRedactor _redactor = new(options.Redaction);
    private readonly DateTimeOffset _at = DateTimeOffset.UtcNow;
    private readonly List<ReportSection> _sections = [];
    private Report? _report;

    /// <summary>Gets what came of it; empty before the last step but one.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Gets the sections made so far.</summary>
    public IReadOnlyList<ReportSection> Sections => _sections;

    /// <summary>Lists the steps; each builds on those before it and may throw.</summary>
    public IEnumerable<Action> Steps() => [LearnSecrets, LookAtAllocations, .. ReadingSteps(), .. Generating(Generators()), .. FinishingSteps()];

    /// <summary>Lists the steps of what comes once the snapshot is read; for a report that waits for it.</summary>
    /// <param name="collected">The sections that are there already.</param>
    public IEnumerable<Action> StepsAfter(IEnumerable<ReportSection> collected)
    {
        _sections.AddRange(collected);
        return [.. ReadingSteps(), .. Generating(SnapshotSections.Create()), .. FinishingSteps()];
    }

    // A collector that stops all threads again and again is what a look is for, and what makes compiling slow.
    private static void LookAtAllocations() =>
        ProcessInspector.WatchAllocations(new ThreadCaptureOptions { FrameworkAssemblies = AssemblyOwners.Current.Table.Listed }, s_shortLook).Wait(s_lookLimit);

    private static IEnumerable<Action> ReadingSteps()
    {
        var model = ResultReader.Context;
        return
        [
            .. Reading(SampleSnapshot.Threads, model.SnapshotThread),
            .. Reading(SampleSnapshot.Locks, model.SnapshotLock),
            .. Reading(SampleSnapshot.Deadlocks, model.DeadlockCycle),
            () => Read(SampleSnapshot.Async, model.AsyncSnapshot),
            () => Read(SampleSnapshot.Pool, model.ThreadPoolSnapshot),
            () => Read(SampleSnapshot.Timers, model.TimerSnapshot),
            () => Read(SampleSnapshot.Heap, model.HeapSnapshot),
            () => Read(SampleSnapshot.Whole, model.SnapshotResult),
        ];
    }

    private IEnumerable<Action> Generating(IEnumerable<IReportGenerator> generators) => generators.Select<IReportGenerator, Action>(generator => () => Generate(generator));

    private IEnumerable<Action> FinishingSteps()
    {
        return
        [
            MakeReport,
            .. FindingRules.BuiltIn(options.Findings).Select<IFindingRule, Action>(rule => () => FindingEngine.Evaluate(_report!, [rule], options.Findings)),
            Find,
            () => _report = new ReportScrubber(_redactor).Scrub(_report!),
            () => Text = ReportRendering.Render(_report!, options.Format, options.Rendering()),
        ];
    }

    // New ones, since those of the process remember what they told last; and an unarmed recorder, for the same reason.
    private static IReadOnlyList<IReportGenerator> Generators() =>
    [
        .. ProcessWideSections.Create(new FirstChanceRecorder()),
        .. SnapshotSections.Create(),
        new ConfigurationGenerator(SampleConfiguration(), new OptionsFailures()),
    ];

    private static IConfigurationRoot SampleConfiguration() => new ConfigurationBuilder()
        .AddInMemoryCollection([new("Sample:Name", "one"), new("Sample:Password", "two")])
        .AddInMemoryCollection([new("Sample:Name", "three")])
        .Build();

    private static IEnumerable<Action> Reading<T>(IReadOnlyList<T> samples, JsonTypeInfo<T> type) =>
        samples.Take(1).Select<T, Action>(sample => () => Read(sample, type));

    private static void Read<T>(T sample, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(sample, type), type);

    private void LearnSecrets()
    {
        SecretSources.LearnEnvironment(_redactor);
        SecretSources.LearnCommandLine(_redactor);
    }

    private void Generate(IReportGenerator generator)
    {
        IReadOnlyList<ThreadCapture> captures = [SampleCapture.Make(_at)];
        _sections.Add(generator.Generate(new ReportContext
        {
            ReportId = "0000-0",
            Reason = "rehearsal",
            CreatedAt = _at,
            Redactor = _redactor,
            Options = options,
            ThreadCaptures = ThreadSource.Join(captures, SampleSnapshot.Whole),
            Snapshot = SampleSnapshot.Whole,
        }));
    }

    private void MakeReport() => _report = new Report
    {
        Id = "0000-0",
        Reason = "rehearsal",
        Requests = 1,
        CreatedAt = _at,
        Duration = TimeSpan.FromMilliseconds(1),
        Paused = TimeSpan.FromMilliseconds(1),
        CollectorPaused = TimeSpan.Zero,
        Service = ServiceIdentitySource.Read(ServiceIdentitySource.DefaultName, _at),
        Sections = _sections,
        Notes = ["a sample"],
    };

    private void Find()
    {
        var (findings, _) = FindingEngine.Evaluate(_report!, FindingRules.BuiltIn(options.Findings), options.Findings);
        _report = _report! with { Findings = findings };
    }
}
