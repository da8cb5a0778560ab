using GuruReports.Hosting.Exceptions;
using GuruReports.Hosting.Sections.Exceptions;
using GuruReports.Hosting.Sections.History;
using GuruReports.Hosting.Sections.Logging;
using GuruReports.Hosting.Sections.Metrics;
using GuruReports.Hosting.Sections.NearMisses;
using GuruReports.Hosting.Sections.Package;
using GuruReports.Hosting.Sections.Processes;
using GuruReports.Hosting.Sections.Resources;
using GuruReports.Hosting.Sections.Runtime;
using GuruReports.Hosting.Sections.Threads;

namespace GuruReports.Hosting.Sections;

/// <summary>
/// The sections that speak of the process and need no services. One of each for the process: some tell what changed since
/// the previous report, whichever host asked for that one.
/// </summary>
internal static class ProcessWideSections
{
    /// <summary>Gets those of the process.</summary>
    public static IReadOnlyList<IProcessWideGenerator> All { get; } = [.. Create(FirstChanceRecorder.Shared), new MetricsGenerator()];

    /// <summary>Lets those begin that tell what changed since the service's start.</summary>
    public static void Begin()
    {
        foreach (var generator in All)
        {
            (generator as ResourcesGenerator)?.Begin();
            (generator as RuntimeGenerator)?.Begin();
        }
    }

    /// <summary>Makes new ones of what the rules need most and what costs little, for a look that is no report.</summary>
    public static IReadOnlyList<IProcessWideGenerator> CreateForLook() =>
        [new ThreadsGenerator(), new HistoryGenerator(), new RuntimeGenerator(new FirstChanceRecorder()), new ResourcesGenerator()];

    /// <summary>Makes new ones, which remember nothing and run no code of the service.</summary>
    public static IReadOnlyList<IProcessWideGenerator> Create(FirstChanceRecorder exceptions) =>
    [
        new PackageGenerator(),
        new ThreadsGenerator(),
        new ExceptionsGenerator(exceptions),
        new LogGenerator(),
        new HistoryGenerator(),
        new NearMissGenerator(),
        new ProcessesGenerator(),
        new RuntimeGenerator(exceptions),
        new ResourcesGenerator(),
        new AssembliesGenerator(),
        new EnvironmentGenerator(),
        new LimitsGenerator(),
    ];
}
