using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GuruReports.TestService.Hosts;

/// <summary>Says <c>stopping</c> while it stops, and goes on stopping until the file named by <c>LET_GO</c> is there.</summary>
internal static class SlowShutdownHost
{
    public static Task<int> RunAsync(string[] args)
    {
        var builder = ServiceHost.CreateBuilder(args);
        builder.Services.AddGuruMeditationReports();
        builder.Services.AddHostedService<SlowStop>();
        return ServiceHost.RunAsync(builder.Build());
    }

    private sealed class SlowStop : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public async Task StopAsync(CancellationToken cancellationToken)
        {
            ServiceHost.Say("stopping");
            while (!File.Exists(Environment.GetEnvironmentVariable("LET_GO")))
            {
                await Task.Delay(20, cancellationToken);
            }
        }
    }
}
