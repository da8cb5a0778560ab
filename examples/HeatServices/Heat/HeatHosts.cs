using Heat.Api;
using Heat.Engine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Heat;

/// <summary>Builds each service of the product; a program runs one of them, or all in one process.</summary>
public static class HeatHosts
{
    private const int PortBase = 8000;

    public static IHost Api(string[] args) => Web("heat-api", 4, args, StackApi.MapStackApi);

    public static IHost CloudFormation(string[] args) => Web("heat-api-cfn", 0, args, CloudFormationApi.MapCloudFormationApi);

    public static IHost CloudWatch(string[] args) => Web("heat-api-cloudwatch", 3, args, CloudWatchApi.MapCloudWatchApi);

    public static IHost Engine(string[] args)
    {
        var builder = Host.CreateApplicationBuilder(args);
        builder.Services.AddHeat(builder.Configuration, "heat-engine");
        builder.Services.AddSingleton<StackGraph>();
        builder.Services.AddSingleton<Workbench>();
        builder.Services.AddSingleton<OperationRunner>();
        builder.Services.AddHostedService<StackEngine>();
        builder.Services.AddGuruMeditationReports().AddGenerator<OperationsSection>();
        return builder.Build();
    }

    public static IReadOnlyList<IHost> All(string[] args) => [Api(args), CloudFormation(args), CloudWatch(args), Engine(args)];

    private static WebApplication Web(string name, int port, string[] args, Action<IEndpointRouteBuilder> map)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.UseUrls(FormattableString.Invariant($"http://127.0.0.1:{builder.Configuration.GetValue("Heat:PortBase", PortBase) + port}"));
        builder.Services.AddHeat(builder.Configuration, name);
        var counts = new DialectCounts();
        builder.Services.AddSingleton(counts);
        builder.Services.AddGuruMeditationSection("Requests", () => counts.Counts);
        var app = builder.Build();
        app.MapGet("/health", () => "up");
        map(app);
        return app;
    }
}
