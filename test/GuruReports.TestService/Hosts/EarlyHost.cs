using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GuruReports.TestService.Hosts;

/// <summary>Says <c>registered</c> the moment registration has returned, and then takes its time to start.</summary>
internal static class EarlyHost
{
    public static Task<int> RunAsync(string[] args)
    {
        var builder = ServiceHost.CreateBuilder(args);
        builder.Services.AddGuruMeditationReports();
        ServiceHost.Say("registered");
        builder.Services.AddHostedService<SlowStart>();
        return ServiceHost.RunAsync(builder.Build());
    }

    private sealed class SlowStart : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
