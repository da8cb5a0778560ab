using GuruReports.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GuruReports.TestService.Faults;

/// <summary>A hosted service that takes its time to stop.</summary>
internal sealed class SlowStop(int seconds) : Illness
{
    public override void Register(HostApplicationBuilder builder, IGuruMeditationBuilder reports) =>
        builder.Services.AddHostedService(_ => new SlowService(seconds));

    private sealed class SlowService(int seconds) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            HoldUp();
            return Task.CompletedTask;
        }

        private void HoldUp() => Thread.Sleep(TimeSpan.FromSeconds(seconds));
    }
}
