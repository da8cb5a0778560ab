using GuruReports.Hosting.Boundary;
using GuruReports.Hosting.History;
using GuruReports.Hosting.History.LastWords;
using GuruReports.Hosting.History.Watching;
using GuruReports.Hosting.Pipeline;
using GuruReports.Hosting.Redaction;
using GuruReports.Hosting.Rehearsal;
using GuruReports.Hosting.Sections;
using GuruReports.Hosting.Sinks;
using GuruReports.Hosting.Triggers;
using GuruReports.Inspection.Capturing;
using Microsoft.Extensions.Logging;

namespace GuruReports.Hosting.Registration;

/// <summary>Starts the triggers that need the host's settings. A process has one of each: the first host's settings hold.</summary>
internal static class HostTriggers
{
    // A crash leaves little time: the process is ending, and a supervisor waits to start it again.
    private static readonly TimeSpan s_crashLimit = TimeSpan.FromSeconds(5);

    private static readonly Lock s_gate = new();
    private static int s_isTold;
    private static Watchdog? s_watchdog;
    private static CrashTrigger? s_crash;

    /// <summary>Gets the settings of the host that started last; null before the first one has.</summary>
    public static GuruMeditationOptions? Options { get; private set; }

    /// <summary>Gets what arming the signal came to; null before the first host has started.</summary>
    public static SignalState? Armed { get; private set; }

    /// <summary>Gets the process's watchdog; null before the first host has started.</summary>
    public static Watchdog? Watchdog => s_watchdog;

    public static void Start(GuruMeditationOptions options, ILogger logger)
    {
        var center = ReportCenter.Instance;
        var armed = ReportSignal.Arm(options.Signal, options.SignalTakeover, center.Request);
        (Options, Armed) = (options, armed);
        if (Interlocked.Exchange(ref s_isTold, 1) == 0)
        {
            Log.SignalArmed(logger, armed.Text);
        }

        if (!options.Enabled)
        {
            return;
        }

        lock (s_gate)
        {
            KeepLastWords(options, logger);
            MeterThread.Start(options.Watchdog.Rules.RequestAge.Limit > 0);
            s_watchdog ??= StartWatchdog(options, center, logger);
            if (options.Watchdog.ReportCrash)
            {
                s_crash ??= CrashTrigger.Arm(reason => center.RequestAndWait(reason, s_crashLimit), s_crashLimit);
            }
        }
    }

    private static void KeepLastWords(GuruMeditationOptions options, ILogger logger)
    {
        if (!options.LastWords || s_watchdog is not null)
        {
            return;
        }

        ProcessLastWords.Begin(LastWordsFile.ChooseFolder(options.Directory), TimeProvider.System);
        if (ProcessLastWords.Unavailable is { } why)
        {
            Log.NoLastWords(logger, why);
        }

        if (ProcessLastWords.Previous is { } previous)
        {
            Log.PreviousRun(logger, previous.Summarize());
        }
    }

    private static Watchdog StartWatchdog(GuruMeditationOptions options, ReportCenter center, ILogger logger)
    {
        var path = RequestFile.Choose(options.RequestFile);
        var file = path is null ? null : new RequestFile(path, name => ReportFileName.IsAnyReport(name));
        var heartbeat = new PoolHeartbeat();
        if (file?.Refusal is { } refusal)
        {
            Log.RequestFileRefused(logger, file.FullPath, refusal);
        }

        Action<string>? dryRun = options.Watchdog.Rules.DryRun ? reason => Say(() => Log.WouldReport(logger, reason), options) : null;
        var pulse = new PoolHeartbeat();
        var nearMisses = NearMissStart.Make(options, center, pulse, Beats);

        // Before the service's own code runs, while it can be had: where descriptors run out at once, an assembly that is still
        // to be loaded costs the report, and an exception that was thrown over it has ended the process (0x80131506).
        Preparation.LoadWhereFew(options);

        Func<bool> isOver = () => center.HasBegun;
        var history = new HistoryWatch(() => BeginRecord(options, center, logger, () => float.MaxNumber(heartbeat.TakeDelay(), pulse.TakeDelay()), Beats), TimeProvider.System, isStrained => KeepReady(options, center, isOver, isStrained), dryRun);
        var watchdog = new Watchdog(options.Watchdog, file, center.Request, TimeProvider.System, heartbeat, history.Tick, nearMisses, ThreadCapturer.Instance.NoteClocks);
        watchdog.Start();
        return watchdog;

        long Beats() => heartbeat.Count + pulse.Count;
    }

    // Each second: nothing is allocated.
    private static void KeepReady(GuruMeditationOptions options, ReportCenter center, Func<bool> isOver, bool isStrained)
    {
        center.KeepDescriptors();
        if (isStrained)
        {
            RehearsalThread.Start(options, isOver);
        }
    }

    private static WatchedRecord BeginRecord(GuruMeditationOptions options, ReportCenter center, ILogger logger, Func<float> delay, Func<long> beats)
    {
        ProcessWideSections.Begin();
        TellDirectory(options, logger);
        return new(ProcessHistory.Begin(TimeProvider.System, delay, beats), new WatchRules(options.Watchdog, FindingWatchStart.Make(options, center)));
    }

    // A file system may hang, and a logger too.
    private static void TellDirectory(GuruMeditationOptions options, ILogger logger)
    {
        if (!options.Destination.HasFlag(ReportDestinations.File))
        {
            return;
        }

        var result = JobRunner.Shared.Run<string>("directory", _ => FileSink.FindProblem(options.Directory), options.DestinationTimeout);
        if ((result.Outcome is JobOutcome.Completed ? result.Value : result.Explain(options.DestinationTimeout)) is { } why)
        {
            Say(() => Log.NoDirectory(logger, why), options);
        }
    }

    // A logger is foreign code: one that blocks must not hold up the watchdog.
    private static void Say(Action log, GuruMeditationOptions options) => JobRunner.Shared.RunForeign<object>(
        "log",
        _ =>
        {
            log();
            return null;
        },
        options.DestinationTimeout,
        options.MaximumAbandonedThreads);
}
