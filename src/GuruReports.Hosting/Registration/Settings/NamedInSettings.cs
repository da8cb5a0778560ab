using GuruReports.Hosting.Boundary.Parts;
using GuruReports.Hosting.Findings;
using GuruReports.Hosting.Pipeline;

namespace GuruReports.Hosting.Registration.Settings;

/// <summary>Finds names in the settings that stand for nothing: sections and findings that this service does not have.</summary>
internal static class NamedInSettings
{
    /// <summary>Returns them.</summary>
    /// <param name="host">What the host brings.</param>
    public static IEnumerable<UnknownName> FindUnknown(HostReports host)
    {
        if (host.Options is { Sections: { Include.Count: 0, Exclude.Count: 0 }, Findings.Disabled.Count: 0 })
        {
            return [];
        }

        var titles = host.Generators.Select(GeneratorTitles.Of).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var sections = host.Options.Sections;
        return
        [
            .. Unknown("Sections:Include", sections.Include, name => titles.Contains(name), "section"),
            .. Unknown("Sections:Exclude", sections.Exclude, name => titles.Contains(name), "section"),
            .. Unknown("Findings:Disabled", host.Options.Findings.Disabled, id => FindingIds.IsBuiltIn(id) || (host.Rules.Count > 0 && !IsReserved(id)), "finding"),
        ];
    }

    // Rules of the service's own have identifiers that only they know, but none of the library's kind.
    private static bool IsReserved(string id) => id.StartsWith("GURU", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<UnknownName> Unknown(string setting, IList<string> names, Predicate<string> isKnown, string kind) =>
        names.Where(name => !isKnown(name)).Select(name => new UnknownName($"{GuruMeditationOptions.SectionName}:{setting}", name, kind));
}
