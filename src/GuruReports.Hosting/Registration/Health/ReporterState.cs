using GuruReports.Hosting.Boundary;
using GuruReports.Hosting.Telemetry;
using GuruReports.Hosting.Triggers;

namespace GuruReports.Hosting.Registration.Health;

/// <summary>How the reporter itself is.</summary>
/// <param name="Options">The settings of the host that started last; null where none has started the reports.</param>
/// <param name="Signal">What arming the signal came to; null where no host has.</param>
/// <param name="Abandoned">How many threads were left alone in code of the service.</param>
/// <param name="Last">The last report; null where there was none.</param>
internal sealed record ReporterState(GuruMeditationOptions? Options, SignalState? Signal, int Abandoned, LastLook? Last)
{
    /// <summary>Gets how that of the process is now.</summary>
    public static ReporterState OfProcess => new(HostTriggers.Options, HostTriggers.Armed, JobRunner.Shared.Abandoned, ReporterMeter.LastOfProcess);

    /// <summary>Gets what keeps reports from coming, or from being whole; empty where nothing does.</summary>
    public IReadOnlyList<string> Problems =>
    [
        .. new[]
        {
            Signal is null ? "no host has started the reports" : null,
            Signal is { Mode: SignalMode.None, Number: not 0 } ? Signal.Text : null,
            Abandoned >= Options?.MaximumAbandonedThreads ? FormattableString.Invariant($"{Abandoned} threads hang in code of the service: reports ask no more of it") : null,
            Last is { Outcome: ReportOutcome.Lost } ? $"no destination took the report {Last.Id}" : null,
        }.OfType<string>(),
    ];
}
