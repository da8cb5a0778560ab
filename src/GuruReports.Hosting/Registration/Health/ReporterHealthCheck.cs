using GuruReports.Reporting.Model;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GuruReports.Hosting.Registration.Health;

/// <summary>Says whether reports would come, and what the last one found. Waits for nothing. What a report found of the service is shown and never judged.</summary>
/// <param name="read">Returns how the reporter is.</param>
internal sealed class ReporterHealthCheck(Func<ReporterState> read) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var state = read();
        var result = state switch
        {
            { Options.Enabled: false } => HealthCheckResult.Healthy("reports are turned off", Data(state)),
            { Problems: { Count: > 0 } problems } => new HealthCheckResult(context.Registration.FailureStatus, string.Join("; ", problems), exception: null, Data(state)),
            _ => HealthCheckResult.Healthy(Describe(state), Data(state)),
        };
        return Task.FromResult(result);
    }

    private static string Describe(ReporterState state) => state.Last is { } last
        ? $"{state.Signal!.Text} The last report, {last.Id}, found {(last.Names.Count == 0 ? "nothing" : string.Join(", ", last.Names))}."
        : $"{state.Signal!.Text} No report yet.";

    private static Dictionary<string, object> Data(ReporterState state)
    {
        var data = new Dictionary<string, object>(StringComparer.Ordinal) { ["abandonedThreads"] = state.Abandoned };
        if (state.Signal is { } signal)
        {
            data["signal"] = signal.Name;
        }

        if (state.Last is { } last)
        {
            data["lastReport"] = last.Id;
            data["lastReportAt"] = last.At;
            data["findings"] = last.Names;
        }

        return data;
    }
}
