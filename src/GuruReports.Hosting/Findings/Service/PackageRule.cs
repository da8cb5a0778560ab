using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Service;

/// <summary>GURU024: what is loaded is not what was built.</summary>
internal sealed class PackageRule : IFindingRule
{
    private const int Most = 5;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        if (report.Facts<AssembliesFacts>() is not { } packages)
        {
            return [];
        }

        var evidence = packages.Mismatches
            .Select(other => $"{other.Assembly}: {other.Package} brings {other.Expected}, loaded is {other.Loaded}{(other.Path is { } path ? $" from {path}" : "")}")
            .Concat(packages.Duplicates.Select(twice => $"{twice.Name} is loaded {twice.Copies.Count} times: {string.Join("; ", twice.Copies)}"))
            .ToList();
        if (evidence.Count == 0)
        {
            return [];
        }

        // Plug-ins may well bring their own copies; another file than the one that was built with is a deployment gone wrong.
        var mismatch = packages.Mismatches.Count > 0;
        return
        [
            new Finding
            {
                Id = FindingIds.Packages,
                Name = "PACKAGES",
                Severity = mismatch ? FindingSeverity.Warning : FindingSeverity.Information,
                Certainty = FindingCertainty.Likely,
                Summary = mismatch
                    ? $"{Measures.Count(packages.Mismatches.Count, "loaded assembly differs", "loaded assemblies differ")} from what deps.json names"
                    : $"{Measures.Count(packages.Duplicates.Count, "assembly is", "assemblies are")} loaded more than once",
                Evidence = [.. evidence.Take(Most)],
                Advice = "Deploy the whole output of one publish; look for files left over from an older one.",
                Weight = 18,
            },
        ];
    }
}
