using Microsoft.Extensions.DependencyInjection;

namespace GuruReports.Hosting.Sections;

/// <summary>The built-in sections, and the order in which they print.</summary>
internal static class BuiltInSections
{
    private static readonly string[] s_order =
    [
        "Package", "Threads", "Green Threads", "Locks", "Thread Pool", "Exceptions", "Heap", "Processes", "Configuration", "Host",
        "Runtime", "Resources", "Environment",
    ];

    /// <summary>Gets the registrations of all built-in generators of a host.</summary>
    public static IEnumerable<ServiceDescriptor> Descriptors =>
    [
        .. ProcessWideSections.All.Select(generator => ServiceDescriptor.Singleton<IReportGenerator>(generator)),
        .. Snapshot.SnapshotSections.Descriptors,
        ServiceDescriptor.Singleton<IReportGenerator, Configuration.ConfigurationGenerator>(),
        ServiceDescriptor.Singleton<IReportGenerator, Host.HostGenerator>(),
    ];

    /// <summary>Makes the process-wide generators without any services, for when no host is there to bring them.</summary>
    public static IReadOnlyList<IReportGenerator> CreateProcessWide() => [.. ProcessWideSections.All, .. Snapshot.SnapshotSections.Create()];

    /// <summary>Returns the place of a generator: built-in ones by the order above, all others behind them.</summary>
    /// <param name="generator">The generator.</param>
    public static int RankOf(IReportGenerator generator)
    {
        if (generator.GetType().Assembly != typeof(BuiltInSections).Assembly || generator is Custom.DelegateSection)
        {
            return int.MaxValue;
        }

        var rank = Array.IndexOf(s_order, generator.Title);
        return rank < 0 ? int.MaxValue : rank;
    }
}
