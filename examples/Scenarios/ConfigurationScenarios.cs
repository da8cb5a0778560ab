using Microsoft.Extensions.Options;
using Scenarios.Sick;
using Scenarios.Variants;

namespace Scenarios;

/// <summary>Services whose sickness is in their configuration.</summary>
internal static class ConfigurationScenarios
{
    public static IHost InvalidOptions(string[] args) => Hosts.Worker(args, builder =>
    {
        builder.Configuration.AddInMemoryCollection([new("Smtp:Port", "99999")]);
        builder.Services.AddOptions<SmtpOptions>().BindConfiguration("Smtp").ValidateDataAnnotations();
        builder.Services.AddHostedService<LazyUser<SmtpOptions>>();
    });

    public static IHost InvalidRetries(string[] args) => Hosts.Worker(args, builder =>
    {
        builder.Services.Configure<RetryOptions>(options => options.Attempts = 4_000);
        builder.Services.AddSingleton<IValidateOptions<RetryOptions>, RetryOptionsValidator>();
        builder.Services.AddHostedService<LazyUser<RetryOptions>>();
    });

    // The operator sets Orders__Endpoint; the code puts its own value on top.
    public static IHost OverriddenByCode(string[] args) => Hosts.Worker(args, builder =>
    {
        builder.Configuration.AddInMemoryCollection([new("Orders:Endpoint", "http://localhost:8080")]);
        builder.Services.AddHostedService<IdleService>();
    });

    // A file that was meant for one machine and is read last.
    public static IHost OverriddenByFile(string[] args)
    {
        var file = Path.Combine(Path.GetTempPath(), $"overrides-{Environment.ProcessId}.json");
        File.WriteAllText(file, """{ "Payments": { "Timeout": "00:00:01" } }""");
        return Hosts.Worker(args, builder =>
        {
            builder.Configuration.AddJsonFile(file);
            builder.Services.AddHostedService<IdleService>();
        });
    }

    public static IHost IgnoringFaults<T>(string[] args)
        where T : BackgroundService => Hosts.Worker(args, builder =>
    {
        builder.Services.Configure<HostOptions>(options => options.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);
        builder.Services.AddHostedService<T>();
    });
}
