using GuruReports.Hosting;
using GuruReports.Reporting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GuruReports.TestService.Hosts;

/// <summary>Makes a report by code and prints it in the format that the first argument names.</summary>
internal static class ProgrammaticHost
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = ServiceHost.CreateBuilder(args[1..]);
        builder.Services.AddGuruMeditationReports();
        using var host = builder.Build();
        await host.StartAsync();
        var meditation = host.Services.GetRequiredService<IGuruMeditation>();
        ServiceHost.Say(meditation.Render(meditation.Capture("a test asks"), Enum.Parse<ReportFormat>(args[0])));
        await host.StopAsync();
        return 0;
    }
}
