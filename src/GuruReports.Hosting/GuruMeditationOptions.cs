using GuruReports.Reporting;
using Microsoft.Extensions.Logging;

namespace GuruReports.Hosting;

/// <summary>The settings of Guru Meditation Reports, bound from the configuration section <c>GuruMeditation</c>.</summary>
public sealed class GuruMeditationOptions
{
    // As a number: a field of the enumeration would load the assembly that has it with each service's start.
    private int _format;
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = "GuruMeditation";

    /// <summary>Gets or sets whether reports are made. Default: true. When false the signal is still caught, so that it cannot end the process.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Gets or sets the service's name. Default: the host's application name.</summary>
    public string? ServiceName { get; set; }

    /// <summary>Gets or sets the name of the product, for the Package section. Default: that of the entry assembly.</summary>
    public string? Product { get; set; }

    /// <summary>Gets or sets who makes the product, for the Package section. Default: the company of the entry assembly.</summary>
    public string? Vendor { get; set; }

    /// <summary>Gets or sets the version of the product, for the report's head and the Package section. Default: the informational version of the entry assembly.</summary>
    public string? Version { get; set; }

    /// <summary>Gets or sets the signal: a name (<c>SIGUSR1</c>, <c>USR1</c>), a number, or <c>none</c>. Default: SIGUSR1; SIGUSR2 on macOS; none on Windows. Read when the library is registered.</summary>
    public string? Signal { get; set; }

    /// <summary>Gets or sets whether the signal is taken over before it reaches the thread pool. Default: true. Falls back by itself where that cannot be done.</summary>
    public bool SignalTakeover { get; set; } = true;

    /// <summary>
    /// Gets or sets whether a report is rehearsed once, on a thread of its own, at the first sign that processors, memory or descriptors may become short,
    /// and whether the first report goes the rest of its way with sample data while it waits for its snapshot. Default: true.
    /// </summary>
    public bool Rehearsal { get; set; } = true;

    /// <summary>
    /// Gets or sets whether the process keeps its last second in a file (in <see cref="Directory"/>, <c>$STATE_DIRECTORY</c> or <c>$RUNTIME_DIRECTORY</c>),
    /// so that the next start can tell of an end without a word: a kill, a crash. A write of 2 KB a second on a thread of its own. Default: false.
    /// </summary>
    public bool LastWords { get; set; }

    /// <summary>Gets or sets where reports go. Default: standard error.</summary>
    public ReportDestinations Destination { get; set; } = ReportDestinations.StandardError;

    /// <summary>Gets or sets how reports look at the destinations. Default: text.</summary>
    public ReportFormat Format
    {
        get => (ReportFormat)_format;
        set => _format = (int)value;
    }

    /// <summary>Gets or sets the directory of report files. Default: <c>$LOGS_DIRECTORY</c>, then <c>$STATE_DIRECTORY</c>. Made with mode 0700 when missing.</summary>
    public string? Directory { get; set; }

    /// <summary>Gets or sets how many report files of this service are kept. Default: 20.</summary>
    public int RetainedReports { get; set; } = 20;

    /// <summary>Gets or sets how many bytes the kept report files may have together. Default: 100 MiB.</summary>
    public long RetainedBytes { get; set; } = 100L << 20;

    /// <summary>Gets or sets the least time between the starts of two reports; requests in between are counted and answered by the next. Where they never stop, ten reports come so, then one in ten times this. Zero for no limit at all. Default: 1 s.</summary>
    public TimeSpan MinimumInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets or sets the file that makes a report when it is created or touched. Default: <c>guru-meditation.request</c> in <c>$RUNTIME_DIRECTORY</c>, else none.</summary>
    public string? RequestFile { get; set; }

    /// <summary>Gets or sets how long one section may take. Default: 2 s.</summary>
    public TimeSpan SectionTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Gets or sets how long collecting a whole report may take. Default: 20 s.</summary>
    public TimeSpan ReportTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Gets or sets how long one destination may take. Default: 2 s.</summary>
    public TimeSpan DestinationTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Gets or sets how large a rendered report may be, in bytes; what is cut is said. Default: 4 MiB.</summary>
    public long MaximumReportSize { get; set; } = 4L << 20;

    /// <summary>Gets or sets how many threads of the process may hang in code of the service (sections, rules, destinations, configuration) before no more of it is asked; the library's own sections and destinations still are. Default: 8.</summary>
    public int MaximumAbandonedThreads { get; set; } = 8;

    /// <summary>Gets or sets whether the exceptions thrown in the process are counted, for the Exceptions section. Default: true. Read when the library is registered.</summary>
    public bool CountExceptions { get; set; } = true;

    /// <summary>Gets or sets the level of the event sent to <c>ILogger</c>. Default: Warning.</summary>
    public LogLevel LogLevel { get; set; } = LogLevel.Warning;

    /// <summary>Gets or sets the category of the event sent to <c>ILogger</c>. Default: <c>GuruMeditation</c>.</summary>
    public string LogCategory { get; set; } = "GuruMeditation";

    /// <summary>Gets or sets whether the event sent to <c>ILogger</c> names findings and place only, of a report that another destination took: a log store is spared the text. Where no other took it the event has it all. Default: false.</summary>
    public bool LogSummary { get; set; }

    /// <summary>Gets or sets from which level on the last 200 log events are kept for the Log section; <see cref="Microsoft.Extensions.Logging.LogLevel.None"/> for none. What the filters of the log hold back never gets there. Default: Warning.</summary>
    public LogLevel LogEvents { get; set; } = LogLevel.Warning;

    /// <summary>Gets which sections are shown.</summary>
    public SectionOptions Sections { get; } = new();

    /// <summary>Gets what is kept secret.</summary>
    public RedactionOptions Redaction { get; } = new();

    /// <summary>Gets how the Threads section looks.</summary>
    public ThreadOptions Threads { get; } = new();

    /// <summary>Gets how the snapshot for locks, tasks and the heap is taken.</summary>
    public SnapshotOptions Snapshot { get; } = new();

    /// <summary>Gets when a report comes by itself.</summary>
    public WatchdogOptions Watchdog { get; } = new();

    /// <summary>Gets how many captures one report takes.</summary>
    public BurstOptions Burst { get; } = new();

    /// <summary>Gets the thresholds of the findings.</summary>
    public FindingOptions Findings { get; } = new();

    /// <summary>Returns how reports are shown.</summary>
    internal RenderingOptions Rendering() => new() { MaximumSize = MaximumReportSize, ShowFrameworkFrames = Threads.ShowFrameworkFrames };
}
