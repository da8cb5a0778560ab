using Microsoft.Extensions.DependencyInjection;

namespace GuruReports.TestService.Hosts;

/// <summary>A process that outlives its host: the host is disposed, collected, and then a line on standard input ends the process.</summary>
internal static class AfterHost
{
    public static async Task<int> RunAsync(string[] args)
    {
        await RunHostAsync(args);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        ServiceHost.Say("gone");
        while (Console.In.ReadLine() is { } line && line != "end")
        {
            ServiceHost.Say(line == "ping" ? "pong" : "?");
        }

        return 0;
    }

    private static async Task RunHostAsync(string[] args)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(args);
        builder.Services.AddGuruMeditationReports();
        using var host = builder.Build();
        await host.StartAsync();
        await host.StopAsync();
    }
}
