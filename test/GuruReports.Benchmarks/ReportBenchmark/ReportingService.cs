using GuruReports.Benchmarks.ThreadsBenchmark;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GuruReports.Benchmarks.ReportBenchmark;

/// <summary>The service that is asked: a host with a number of threads that are blocked in different places.</summary>
internal static class ReportingService
{
    public static int Run(int threads)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("GuruMeditation:MinimumInterval", "00:00:00"), new("GuruMeditation:Snapshot:Interval", "00:00:00")]);
        builder.Services.AddGuruMeditationReports();
        using var host = builder.Build();
        host.Start();
        var blocked = new BlockedThreads(threads);
        Console.WriteLine("ready");
        while (Console.ReadLine() is not null)
        {
            // Until the benchmark ends.
        }

        GC.KeepAlive(blocked);
        return 0;
    }
}
