using GuruReports.Hosting;
using GuruReports.TestService.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GuruReports.TestService.Faults.Foreign;

/// <summary>
/// A service with sections that misbehave at random, which makes reports of itself, one after the other. After the first ones
/// it rests until the file in <c>LET_GO</c> is there.
/// </summary>
internal sealed class RandomSections(int reports) : Illness
{
    private const int Sections = 16;
    private const int First = 50;

    public override void Register(HostApplicationBuilder builder, IGuruMeditationBuilder reportsOfHost)
    {
        for (var seed = 0; seed < Sections; seed++)
        {
            builder.Services.AddSingleton<IReportGenerator>(new RandomSection(seed));
        }

        builder.Services.AddHostedService(services => new Maker(services.GetRequiredService<IGuruMeditation>(), reports));
    }

    private sealed class Maker(IGuruMeditation reports, int count) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            new Thread(Make) { IsBackground = true }.Start();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        private void Make()
        {
            for (var number = 1; number <= count; number++)
            {
                var report = reports.Capture();
                if (report.Sections.Count(section => section.Title.StartsWith("Random", StringComparison.Ordinal)) != Sections)
                {
                    ServiceHost.Say("a section is missing");
                }

                if (number == First)
                {
                    ServiceHost.Say("first made");
                    Rest();
                }
            }

            ServiceHost.Say("all made");
        }

        private static void Rest()
        {
            while (!File.Exists(Environment.GetEnvironmentVariable("LET_GO")))
            {
                Thread.Sleep(50);
            }
        }
    }
}
