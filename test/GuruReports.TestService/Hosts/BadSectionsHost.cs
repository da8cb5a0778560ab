using GuruReports.Hosting;
using GuruReports.Reporting.Model;
using Microsoft.Extensions.DependencyInjection;

namespace GuruReports.TestService.Hosts;

/// <summary>Sections that misbehave in every way, with a good one behind them.</summary>
internal static class BadSectionsHost
{
    public static Task<int> RunAsync(string[] args)
    {
        var builder = ServiceHost.CreateBuilder(args);
        builder.Services.AddGuruMeditationReports()
            .AddSection("Throws", () => throw new InvalidOperationException("the cheese is gone"))
            .AddSection("Hangs", Hang)
            .AddSection("Spins", Spin)
            .AddSection("Null", () => null)
            .AddSection("Cycle", () => Cycle.Make())
            .AddSection("Huge", () => new string('x', 100_000_000))
            .AddGenerator<NullGenerator>()
            .AddGenerator<UnconstructibleGenerator>()
            .AddSection("Last", () => "the last section is whole");
        return ServiceHost.RunAsync(builder.Build());
    }

    private static object? Hang()
    {
        Thread.Sleep(Timeout.Infinite);
        return null;
    }

    private static object? Spin()
    {
        while (true)
        {
            Thread.SpinWait(100);
        }
    }

    private sealed class Cycle
    {
        public string Name { get; init; } = "ring";

        public Cycle? Next { get; set; }

        public static Cycle Make()
        {
            var cycle = new Cycle();
            cycle.Next = new Cycle { Next = cycle };
            return cycle;
        }
    }

    private sealed class NullGenerator : IReportGenerator
    {
        public string Title => "Null Generator";

        public ReportSection Generate(ReportContext context) => null!;
    }

    private sealed class UnconstructibleGenerator : IReportGenerator
    {
        public UnconstructibleGenerator() => throw new NotSupportedException("no such cheese");

        public string Title => "Unconstructible";

        public ReportSection Generate(ReportContext context) => new() { Title = Title };
    }
}
