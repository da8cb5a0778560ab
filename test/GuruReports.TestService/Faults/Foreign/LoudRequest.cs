using GuruReports.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GuruReports.TestService.Faults.Foreign;

/// <summary>Code that asks for reports with reasons of 2 MB.</summary>
internal sealed class LoudRequest : Illness
{
    private IGuruMeditation? _reports;

    public override void Register(HostApplicationBuilder builder, IGuruMeditationBuilder reports) =>
        builder.Services.AddHostedService(services => new Asking(this, services.GetRequiredService<IGuruMeditation>()));

    public override void BreakOut() => _reports!.Request(LoudSink.Text + " and the same word alone: topsecretvalue1 " + new string('x', 2 << 20));

    private sealed class Asking(LoudRequest illness, IGuruMeditation reports) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            illness._reports = reports;
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
