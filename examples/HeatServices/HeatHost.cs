using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HeatServices;

/// <summary>Builds one service of the product.</summary>
internal static class HeatHost
{
    public static IHost Build(string name, string[] args)
    {
        var builder = Host.CreateApplicationBuilder(args);
        builder.Services.AddGuruMeditationReports(options => options.ServiceName = name)
            .AddSection("Stacks", () => StackStore.Of(name));
        builder.Services.AddSingleton(StackStore.Of(name));
        builder.Services.AddHostedService<StackWorker>();
        return builder.Build();
    }
}
