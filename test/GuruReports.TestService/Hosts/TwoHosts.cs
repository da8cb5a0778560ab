using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GuruReports.TestService.Hosts;

/// <summary>Several services in one process, as heat-all runs them.</summary>
internal static class TwoHosts
{
    public static async Task<int> RunAsync(string[] args)
    {
        using var api = Build(args, "heat-api");
        using var engine = Build(args, "heat-engine");
        await api.StartAsync();
        await engine.StartAsync();
        ServiceHost.Say("ready");
        await Task.WhenAll(api.WaitForShutdownAsync(), engine.WaitForShutdownAsync());
        return 0;
    }

    private static IHost Build(string[] args, string name)
    {
        var builder = ServiceHost.CreateBuilder(args);
        builder.Services.AddGuruMeditationReports(o => o.ServiceName = name)
            .AddSection("Stacks", () => new { Of = name });
        return builder.Build();
    }
}
