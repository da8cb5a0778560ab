using GuruReports.Hosting;
using GuruReports.Reporting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GuruReports.TestService.Hosts;

/// <summary>Makes one report by code and writes it into the folder that the first argument names, a file for each format.</summary>
internal static class ReportFilesHost
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = ServiceHost.CreateBuilder(args[1..]);
        builder.Services.AddGuruMeditationReports();
        using var host = builder.Build();
        await host.StartAsync();
        var meditation = host.Services.GetRequiredService<IGuruMeditation>();
        var report = meditation.Capture("a test asks");
        foreach (var format in Enum.GetValues<ReportFormat>())
        {
            await File.WriteAllTextAsync(Path.Combine(args[0], format.ToString()), meditation.Render(report, format));
        }

        await host.StopAsync();
        return 0;
    }
}
