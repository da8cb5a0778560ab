using GuruReports.Hosting.Sections;

namespace GuruReports.Hosting.Pipeline;

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
        return [.. planned.OrderBy(p => p.Rank).Select(p => p.Section)];

        void Add(IReportGenerator generator, string? host)
        {
            var title = TitleOf(generator);
            if (IsShown(title, options))
            {
                planned.Add((BuiltInSections.RankOf(generator), new PlannedSection(generator, title, host)));
            }
        }
    }

    private static bool IsShown(string title, SectionOptions options) =>
        (options.Include.Count == 0 || options.Include.Contains(title, StringComparer.OrdinalIgnoreCase))
        && !options.Exclude.Contains(title, StringComparer.OrdinalIgnoreCase);

    private static string TitleOf(IReportGenerator generator)
    {
        // Policy: a title that throws is replaced by the type's name; the section itself may still be good.
        try
        {
            return generator.Title is { Length: > 0 } title ? title : generator.GetType().Name;
        }
        catch (Exception)
        {
            return generator.GetType().Name;
        }
    }
}
