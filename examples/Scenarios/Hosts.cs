namespace Scenarios;

/// <summary>Builds the hosts of the scenarios: the one line of registration and the services.</summary>
internal static class Hosts
{
    /// <summary>A worker service with one hosted service.</summary>
    public static IHost Worker<T>(string[] args)
        where T : class, IHostedService =>
        Worker(args, builder => builder.Services.AddHostedService<T>());

    /// <summary>A worker service.</summary>
    public static IHost Worker(string[] args, Action<HostApplicationBuilder> configure)
    {
        var builder = Host.CreateApplicationBuilder(args);
        builder.Services.AddGuruMeditationReports();
        configure(builder);
        return builder.Build();
    }

    /// <summary>A web service on a free port of the loopback interface.</summary>
    public static IHost Web(string[] args, Action<WebApplicationBuilder> configure, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddGuruMeditationReports();
        configure(builder);
        var app = builder.Build();
        map(app);
        return app;
    }
}
