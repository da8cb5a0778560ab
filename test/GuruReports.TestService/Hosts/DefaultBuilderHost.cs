using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GuruReports.TestService.Hosts;

/// <summary>The older builder, and the registration done twice.</summary>
internal static class DefaultBuilderHost
{
    public static Task<int> RunAsync(string[] args) => ServiceHost.RunAsync(Host.CreateDefaultBuilder(args)
        .ConfigureServices(services =>
        {
            services.AddGuruMeditationReports();
            services.AddGuruMeditationReports();
            services.AddHostedService<CommandReader>();
        })
        .Build());
}
