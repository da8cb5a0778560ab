using GuruReports.Hosting.Facts.Host;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Service;

/// <summary>GURU027: the environment's name does not fit: Development under a service manager, or a standard name with a slip of the pen.</summary>
internal sealed class EnvironmentNameRule : IFindingRule
{
    private const int Slip = 2;
    private static readonly string[] s_standard = ["Production", "Staging", "Development"];

    public IEnumerable<Finding> Evaluate(Report report)
    {
        foreach (var host in report.AllFacts<HostFacts>())
        {
            if (host.Supervisor is { } supervisor && string.Equals(host.EnvironmentName, "Development", StringComparison.OrdinalIgnoreCase))
            {
                yield return Make(
                    FindingCertainty.Suspected,
                    $"the service runs as Development under {supervisor}",
                    [$"{host.ApplicationName}: environment Development, run by {supervisor}"],
                    "If this is production, set DOTNET_ENVIRONMENT to Production: developer settings and pages are on.");
            }
            else if (Array.Find(s_standard, name => IsSlip(host.EnvironmentName, name)) is { } meant)
            {
                yield return Make(
                    FindingCertainty.Likely,
                    $"the environment is named {host.EnvironmentName}, which is no {meant}",
                    [$"{host.ApplicationName}: appsettings.{host.EnvironmentName}.json is read, appsettings.{meant}.json is not"],
                    $"Set DOTNET_ENVIRONMENT to {meant}, or disable {FindingIds.EnvironmentName} if the name is meant.");
            }
        }
    }

    private static bool IsSlip(string name, string standard) =>
        !string.Equals(name, standard, StringComparison.OrdinalIgnoreCase) && Distance(name.ToUpperInvariant(), standard.ToUpperInvariant()) <= Slip;

    // Edits (one letter more, less or other) between two short names, row by row.
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var changed = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }

    private static Finding Make(FindingCertainty certainty, string summary, IReadOnlyList<string> evidence, string advice) => new()
    {
        Id = FindingIds.EnvironmentName,
        Name = "ENVIRONMENT",
        Severity = FindingSeverity.Warning,
        Certainty = certainty,
        Summary = summary,
        Evidence = evidence,
        Advice = advice,
        Weight = 41,
    };
}
