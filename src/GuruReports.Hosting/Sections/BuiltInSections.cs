using GuruReports.Hosting.Boundary;
using Microsoft.Extensions.DependencyInjection;

namespace GuruReports.Hosting.Sections;

/// <summary>The built-in sections, and the order in which they print.</summary>
internal static class BuiltInSections
{
    private static readonly string[] s_order =
    [
        "Package", "Work", "Calls Out", "Queues", "Threads", "Green Threads", "Locks", "Thread Pool", "Exceptions", "Log", "Heap", "History", "Near Misses", "Processes", "Configuration",
        "Host", "Runtime", "Resources", "Metrics", "Environment",
    ];

    // What names most causes: should the report's time be too short, others are left out.
    private static readonly string[] s_urgent = ["Runtime", "Resources", "Host"];

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
    public static int RankOf(IReportGenerator generator)
    {
        if (OwnCode.HandsOverForeign(generator))
        {
            return int.MaxValue;
        }

        var rank = Array.IndexOf(s_order, generator.Title);
        return rank < 0 ? int.MaxValue : rank;
    }

    /// <summary>Returns the indexes of generators in the order in which they are to be asked; the order in which they print is another.</summary>
    public static IReadOnlyList<int> ByUrgency(IEnumerable<IReportGenerator> generators) =>
        [.. generators.Select((generator, index) => (Urgency: UrgencyOf(generator), Index: index)).OrderBy(entry => entry.Urgency).Select(entry => entry.Index)];

    private static int UrgencyOf(IReportGenerator generator)
    {
        var urgency = RankOf(generator) == int.MaxValue ? -1 : Array.IndexOf(s_urgent, generator.Title);
        return urgency < 0 ? int.MaxValue : urgency;
    }
}
