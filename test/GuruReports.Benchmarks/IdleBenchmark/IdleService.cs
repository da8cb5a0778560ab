using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GuruReports.Benchmarks.IdleBenchmark;

/// <summary>The service that is measured: a host without work, with the reports or without. Tells what it has used each time it is asked.</summary>
internal static class IdleService
{
    /// <summary>What stands before each answer.</summary>
    public const string Mark = "used: ";

    public static int Run(bool withReports)
    {
        var builder = Host.CreateApplicationBuilder();
        if (withReports)
        {
            Register(builder.Services);
        }

        using var host = builder.Build();
        host.Start();
        Tell();
        while (Console.ReadLine() is not null)
        {
            Tell();
        }

        return 0;
    }

    // Not inlined: the service without it loads none of the library.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Register(IServiceCollection services) => services.AddGuruMeditationReports();

    private static void Tell() => Console.WriteLine(FormattableString.Invariant(
        $"{Mark}{Environment.CpuUsage.TotalTime.TotalMilliseconds:F1} {GC.GetTotalAllocatedBytes(precise: true)} {AppDomain.CurrentDomain.GetAssemblies().Length} {System.Runtime.JitInfo.GetCompiledMethodCount()}"));
}
