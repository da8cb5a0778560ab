using GuruReports.Hosting.Boundary;
using GuruReports.Hosting.Boundary.Parts;
using GuruReports.Hosting.History;
using GuruReports.Hosting.Pipeline;
using GuruReports.Inspection.Snapshot;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Threads.Allocations;

namespace GuruReports.Hosting.Tests.Pipeline;

/// <summary>A report center without a process around it: nothing is captured, standard error is a list, the snapshot is a fake.</summary>
internal sealed class TestCenter
{
    public static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    private ReportCenter? _center;

    public FakeStandardError Error { get; } = new();

    public FakeSession Session { get; } = new();

    public SteppedTime Time { get; } = new();

    public TimeSpan DrainLimit { get; init; } = Long;

    public Func<ThreadCaptureOptions, ThreadCapture> Capture { get; init; } = _ => new ThreadCapture
    {
        Method = ThreadCaptureMethod.Unavailable,
        UnavailableReason = "a test",
        CapturedAt = DateTimeOffset.UnixEpoch,
    };

    public Func<bool> MayLoadAssemblies { get; init; } = static () => true;

    public Func<GuruMeditationOptions, bool> LoadAssemblies { get; init; } = static _ => true;

    public Func<CollectorLoad?> CollectorLoad { get; init; } = static () => null;

    public Func<ThreadCaptureOptions, AllocationWindow, Func<TimeSpan, AllocationCapture>> WatchAllocations { get; init; } = static (_, _) => throw new InvalidOperationException("nobody wants to look");

    public GuruMeditationOptions Options { get; } = new() { MinimumInterval = TimeSpan.Zero };

    public ReportCenter Center => _center ??= new ReportCenter(new ReportWays
    {
        Time = Time,
        Runner = new JobRunner(),
        StandardError = Error,
        MayLoadAssemblies = MayLoadAssemblies,
        LoadAssemblies = LoadAssemblies,
        CaptureThreads = Capture,
        CollectorLoad = CollectorLoad,
        WatchAllocations = WatchAllocations,
        TakeSnapshot = options => Session.Start(options),
        DrainLimit = DrainLimit,
    });

    /// <summary>Adds a host with the given sections and sinks.</summary>
    public HostReports AddHost(IReadOnlyList<IReportGenerator>? generators = null, IReadOnlyList<IReportSink>? sinks = null, IReportSink? lastResort = null, IReadOnlyList<IFindingRule>? rules = null)
    {
        foreach (var generator in generators ?? [])
        {
            GeneratorTitles.Learn(generator);
        }

        var host = new HostReports { Name = "test", Options = Options, Generators = generators ?? [], Sinks = sinks ?? [], LastResort = lastResort, Rules = rules ?? [] };
        return Center.Add(host);
    }

    /// <summary>Asks for a report and answers it on this thread.</summary>
    /// <returns>The report's text on standard error; empty when it did not come there.</returns>
    public string Report(string reason = "a test")
    {
        Center.Request(reason);
        Center.TakeTurn();
        return Error.LastReport;
    }

    /// <summary>Answers requests on a thread of its own until the test ends.</summary>
    public void Run()
    {
        var center = Center;
        new Thread(() =>
        {
            while (center.TakeTurn())
            {
            }
        }) { IsBackground = true }.Start();
    }

    public static void Until(Func<bool> condition) => Assert.True(SpinWait.SpinUntil(condition, Long));
}
