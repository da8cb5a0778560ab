using GuruReports.Hosting;
using Microsoft.Extensions.Hosting;

namespace GuruReports.TestService.Hosts;

/// <summary>Answers the lines on standard input: what a test uses to see that the service still serves.</summary>
internal sealed class CommandReader(IHostApplicationLifetime lifetime, IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        new Thread(Read) { IsBackground = true, Name = "command-reader" }.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Read()
    {
        while (Console.In.ReadLine() is { } line)
        {
            switch (line)
            {
                case "ping":
                    ServiceHost.Say("pong");
                    break;
                case "request":
                    ((IGuruMeditation)services.GetService(typeof(IGuruMeditation))!).Request("asked on standard input");
                    break;
                case "stop":
                    lifetime.StopApplication();
                    break;
            }
        }
    }
}
