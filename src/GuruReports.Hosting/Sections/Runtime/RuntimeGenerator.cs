using GuruReports.Hosting.Exceptions;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Runtime;

/// <summary>The runtime: garbage collector, thread pool, timers, compiler, and what they did since the previous report.</summary>
internal sealed class RuntimeGenerator : IProcessWideGenerator
{
    private static readonly TimeSpan s_shortestInterval = TimeSpan.FromMilliseconds(500);

    private readonly FirstChanceRecorder _exceptions;
    private readonly Func<RuntimeSample> _take;
    private RuntimeSample? _previous;
    private bool _hasReported;

    public RuntimeGenerator(FirstChanceRecorder exceptions)
        : this(exceptions, RuntimeSample.Take)
    {
    }

    internal RuntimeGenerator(FirstChanceRecorder exceptions, Func<RuntimeSample> take) => (_exceptions, _take) = (exceptions, take);

    /// <summary>Takes the sample that the first report compares with.</summary>
    public void Begin() => _previous ??= _take();

    /// <inheritdoc/>
    public string Title => "Runtime";

    /// <inheritdoc/>
    public ReportSection Generate(ReportContext context)
    {
        var sample = _take();
        var change = sample.Since(_previous ?? sample, _hasReported);
        if (change.Interval < s_shortestInterval && !_hasReported)
        {
            // Asked right after the start: what the collector did, it did since the process began.
            change = change with { Interval = RuntimeReader.Uptime(), Collections = sample.Collections, PauseTime = sample.PauseTime };
        }

        var isWorthShowing = change.Interval >= s_shortestInterval;

        // The first report is what the second is compared with, however soon after the start it comes.
        if (isWorthShowing || !_hasReported)
        {
            _previous = sample;
            _hasReported = true;
        }

        var facts = RuntimeReader.Read(sample, isWorthShowing ? change : null);
        var exceptions = _exceptions.Read(context.ReportId);
        return new ReportSection
        {
            Title = Title,
            Summary = RuntimeView.Summarize(facts),
            Value = RuntimeView.Show(facts, exceptions),
            Facts = exceptions is null ? [facts, ServiceLife.Read()] : [facts, ServiceLife.Read(), exceptions],
        };
    }
}
