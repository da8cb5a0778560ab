using GuruReports.TestService.Hosts;
using Microsoft.Extensions.DependencyInjection;

namespace GuruReports.TestService.Faults;

/// <summary>A healthy service under load that measures its own latency.</summary>
internal static class SoakHost
{
    public static Task<int> RunAsync(string[] args)
    {
        var builder = ServiceHost.CreateBuilder(args);
        builder.Services.AddGuruMeditationReports();
        builder.Services.AddHostedService<LoadGenerator>();
        return ServiceHost.RunAsync(builder.Build());
    }
}
