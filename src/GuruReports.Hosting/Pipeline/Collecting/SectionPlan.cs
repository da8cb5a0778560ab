using GuruReports.Hosting.Boundary.Parts;
using GuruReports.Hosting.Sections;

namespace GuruReports.Hosting.Pipeline.Collecting;

/// <summary>Decides which sections a report has, and in which order.</summary>
internal static class SectionPlan
{
    /// <summary>Orders the sections: the built-in ones first, one after the other for all hosts; then the users' in the order of registration.</summary>
    /// <param name="hosts">The hosts of the process in the order in which they started.</param>
    /// <param name="fallback">The process-wide generators, for when no host is there to bring them.</param>
    /// <param name="options">Which sections to show.</param>
    public static IReadOnlyList<PlannedSection> Make(
        IReadOnlyList<HostReports> hosts, IReadOnlyList<IReportGenerator> fallback, SectionOptions options)
    {
        var planned = new List<(int Rank, PlannedSection Section)>();
        var processWide = new HashSet<Type>();
        foreach (var host in hosts)
        {
            foreach (var generator in host.Generators)
            {
                if (generator is not IProcessWideGenerator || processWide.Add(generator.GetType()))
                {
                    var name = generator is IProcessWideGenerator || hosts.Count == 1 ? null : host.Name;
                    Add(generator, name);
                }
            }
        }

        foreach (var generator in fallback)
        {
            if (processWide.Add(generator.GetType()))
            {
                Add(generator, host: null);
            }
        }

        // OrderBy is stable: equal ranks keep the order of hosts and registrations.
        return WithOwnNames(planned.OrderBy(p => p.Rank).Select(p => p.Section));

        void Add(IReportGenerator generator, string? host)
        {
            var title = GeneratorTitles.Of(generator);
            if (IsShown(title, options))
            {
                planned.Add((BuiltInSections.RankOf(generator), new PlannedSection(generator, title, host)));
            }
        }
    }

    // Two sections of one title are two: one that hangs must not stand for the other.
    private static List<PlannedSection> WithOwnNames(IEnumerable<PlannedSection> sections)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var named = new List<PlannedSection>();
        foreach (var section in sections)
        {
            var name = section.Name;
            for (var number = 2; !names.Add(name); number++)
            {
                name = FormattableString.Invariant($"{section.Name} #{number}");
            }

            named.Add(section with { Name = name });
        }

        return named;
    }

    private static bool IsShown(string title, SectionOptions options) =>
        (options.Include.Count == 0 || options.Include.Contains(title, StringComparer.OrdinalIgnoreCase))
        && !options.Exclude.Contains(title, StringComparer.OrdinalIgnoreCase);
}
