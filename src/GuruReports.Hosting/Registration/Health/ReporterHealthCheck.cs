using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GuruReports.Hosting.Registration.Health;

/// <summary>
/// Says whether reports would come, and what the last one found. Waits for nothing. What a report found of the service is shown and never judged.
/// </summary>
/// <remarks>No type here has a field, a base or a contract of the health checks' assemblies: looking at the library's types must not load them.</remarks>
internal static class ReporterHealthCheck
{
    /// <summary>Adds it.</summary>
    public static IHealthChecksBuilder Add(
        IHealthChecksBuilder builder, string name, HealthStatus failureStatus, IEnumerable<string>? tags, TimeSpan? timeout, Func<ReporterState> read)
    {
        var failure = (int)failureStatus;
        return builder.AddCheck(name, () => Check(read(), (HealthStatus)failure), tags, timeout);
    }

    private static HealthCheckResult Check(ReporterState state, HealthStatus failure) => state switch
    {
        { Options.Enabled: false } => HealthCheckResult.Healthy("reports are turned off", Data(state)),
        { Problems: { Count: > 0 } problems } => new HealthCheckResult(failure, string.Join("; ", problems), exception: null, Data(state)),
        _ => HealthCheckResult.Healthy(Describe(state), Data(state)),
    };

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
