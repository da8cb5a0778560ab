using GuruReports.Hosting.Registration.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;

// The namespace of IHealthChecksBuilder: one line in Program.cs needs no using.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the health check of Guru Meditation Reports.</summary>
public static class GuruMeditationHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a health check of the reports themselves: whether the signal is armed, what the last report found, and how many threads hang in code
    /// that reports have asked. What is wrong with the reports makes the service degraded and no worse, since it is no reason to take it out of
    /// rotation; what a report found of the service is shown and not judged. Waits for nothing and makes no report.
    /// </summary>
    /// <param name="builder">The health checks of the service.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="failureStatus">What the service is where reports would not come, or not whole. Default: degraded.</param>
    /// <param name="tags">Tags by which checks are filtered.</param>
    /// <param name="timeout">How long the check may take.</param>
    /// <returns>The builder.</returns>
    public static IHealthChecksBuilder AddGuruMeditation(
        this IHealthChecksBuilder builder, string name = "guru-meditation", HealthStatus? failureStatus = null, IEnumerable<string>? tags = null, TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return ReporterHealthCheck.Add(builder, name, failureStatus ?? HealthStatus.Degraded, tags, timeout, static () => ReporterState.OfProcess);
    }
}
