using GuruReports.Hosting.Sections.Calls;
using GuruReports.Hosting.Sections.Work;
using Microsoft.Extensions.DependencyInjection;

namespace GuruReports.Hosting.Sections.Snapshot;

/// <summary>The sections that are made of a snapshot.</summary>
internal static class SnapshotSections
{
    /// <summary>Gets their registrations.</summary>
    public static IEnumerable<ServiceDescriptor> Descriptors =>
    [
        ServiceDescriptor.Singleton<IReportGenerator, WorkGenerator>(),
        ServiceDescriptor.Singleton<IReportGenerator, CallsGenerator>(),
        ServiceDescriptor.Singleton<IReportGenerator, QueuesGenerator>(),
        ServiceDescriptor.Singleton<IReportGenerator, GreenThreadsGenerator>(),
        ServiceDescriptor.Singleton<IReportGenerator, LocksGenerator>(),
        ServiceDescriptor.Singleton<IReportGenerator, ThreadPoolGenerator>(),
        ServiceDescriptor.Singleton<IReportGenerator, HeapGenerator>(),
    ];

    /// <summary>Makes them without any services.</summary>
    public static IEnumerable<IReportGenerator> Create() =>
        [new WorkGenerator(), new CallsGenerator(), new QueuesGenerator(), new GreenThreadsGenerator(), new LocksGenerator(), new ThreadPoolGenerator(), new HeapGenerator()];
}
