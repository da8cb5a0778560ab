using GuruReports.Hosting.Findings.Pool;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Service;

/// <summary>GURU022: assemblies made or loaded at run time pile up.</summary>
internal sealed class AssemblyRule(FindingOptions options) : IFindingRule
{
    private const int Most = 4;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        if (report.Facts<AssembliesFacts>() is not { } packages || Math.Max(packages.DynamicAssemblies, packages.CollectibleAssemblies) < options.EmittedAssemblies)
        {
            return [];
        }

        return
        [
            new Finding
            {
                Id = FindingIds.Assemblies,
                Name = "ASSEMBLIES",
                Severity = FindingSeverity.Warning,
                Certainty = FindingCertainty.Likely,
                Summary = $"{packages.LoadedAssemblies} assemblies are loaded, {packages.DynamicAssemblies} emitted at run time, {packages.CollectibleAssemblies} collectible that were not collected",
                Evidence =
                [
                    .. packages.RepeatedNames.Take(Most).Select(name => $"{name.Count} × {name.Name}"),
                    $"{Measures.Count(packages.LoadContexts, "load context")}",
                    .. CompilingRule.Describe(CompilingRule.Makers(StackIndex.Of(report))),
                ],
                Advice = "Keep what is compiled: cache XmlSerializer (with a root attribute or extra types), Regex, expressions and scripts; unload contexts and drop what refers into them.",
                Weight = 34,
            },
        ];
    }
}
