using GuruReports.Hosting.Sections.Calls;
using GuruReports.Hosting.Sections.Configuration;
using GuruReports.Hosting.Sections.Exceptions;
using GuruReports.Hosting.Sections.History;
using GuruReports.Hosting.Sections.Host;
using GuruReports.Hosting.Sections.Logging;
using GuruReports.Hosting.Sections.Metrics;
using GuruReports.Hosting.Sections.NearMisses;
using GuruReports.Hosting.Sections.Package;
using GuruReports.Hosting.Sections.Processes;
using GuruReports.Hosting.Sections.Resources;
using GuruReports.Hosting.Sections.Runtime;
using GuruReports.Hosting.Sections.Snapshot;
using GuruReports.Hosting.Sections.Threads;
using GuruReports.Hosting.Sections.Work;
using Microsoft.Extensions.DependencyInjection;

namespace GuruReports.Hosting.Sections;

/// <summary>The built-in sections, and the order in which they print.</summary>
internal static class BuiltInSections
{
    private static readonly Type[] s_order =
    [
        typeof(PackageGenerator), typeof(WorkGenerator), typeof(ThreadsGenerator), typeof(GreenThreadsGenerator), typeof(LocksGenerator),
        typeof(CallsGenerator), typeof(QueuesGenerator), typeof(ThreadPoolGenerator), typeof(ExceptionsGenerator), typeof(LogGenerator),
        typeof(HeapGenerator), typeof(HistoryGenerator), typeof(NearMissGenerator), typeof(ProcessesGenerator), typeof(ConfigurationGenerator),
        typeof(HostGenerator), typeof(RuntimeGenerator), typeof(ResourcesGenerator), typeof(MetricsGenerator),
        // Long tables that somebody looks something up in.
        typeof(AssembliesGenerator), typeof(EnvironmentGenerator), typeof(LimitsGenerator),
    ];

    // What names most causes: should the report's time be too short, others are left out.
    private static readonly Type[] s_urgent = [typeof(RuntimeGenerator), typeof(ResourcesGenerator), typeof(HostGenerator)];

    /// <summary>Gets the registrations of all built-in generators of a host.</summary>
    public static IEnumerable<ServiceDescriptor> Descriptors =>
    [
        .. ProcessWideSections.All.Select(generator => ServiceDescriptor.Singleton<IReportGenerator>(generator)),
        .. SnapshotSections.Descriptors,
        ServiceDescriptor.Singleton<IReportGenerator, ConfigurationGenerator>(),
        ServiceDescriptor.Singleton<IReportGenerator, HostGenerator>(),
    ];

    /// <summary>Makes the process-wide generators without any services, for when no host is there to bring them.</summary>
    public static IReadOnlyList<IReportGenerator> CreateProcessWide() => [.. ProcessWideSections.All, .. SnapshotSections.Create()];

    /// <summary>Returns the place of a generator: built-in ones by the order above, all others behind them.</summary>
    public static int RankOf(IReportGenerator generator)
    {
        var rank = Array.IndexOf(s_order, generator.GetType());
        return rank < 0 ? int.MaxValue : rank;
    }

    /// <summary>Returns the indexes of generators in the order in which they are to be asked; the order in which they print is another.</summary>
    public static IReadOnlyList<int> ByUrgency(IEnumerable<IReportGenerator> generators) =>
        [.. generators.Select((generator, index) => (Urgency: UrgencyOf(generator), Index: index)).OrderBy(entry => entry.Urgency).Select(entry => entry.Index)];

    private static int UrgencyOf(IReportGenerator generator)
    {
        var urgency = Array.IndexOf(s_urgent, generator.GetType());
        return urgency < 0 ? int.MaxValue : urgency;
    }
}
