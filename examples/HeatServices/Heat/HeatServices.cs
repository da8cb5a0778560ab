using Heat.Monitoring;
using Heat.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Heat;

/// <summary>What every service of the product has in common: one line in each adopts the reports.</summary>
internal static class HeatServices
{
    /// <summary>Adds storage, queue, and reports with the sections that each service has.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configuration">Its configuration.</param>
    /// <param name="name">The name of the service, for its reports.</param>
    public static IServiceCollection AddHeat(this IServiceCollection services, IConfiguration configuration, string name)
    {
        services.AddOptions<HeatOptions>().Bind(configuration.GetSection("Heat"));
        services.AddSingleton<Database>();
        services.AddSingleton<StackStore>();
        services.AddSingleton<LockTable>();
        services.AddSingleton<MetricStore>();
        services.AddSingleton<IOperationQueue>(OperationQueues.Choose);
        services.AddSingleton<Overview>();
        services.AddHostedService<Overseer>();

        services.AddGuruMeditationReports(options => options.ServiceName = name)
            .AddOptions<HeatOptions>("Heat")
            .AddGenerator<StacksSection>()
            .AddGenerator<QueueSection>()
            .AddGenerator<LocksSection>();
        return services;
    }
}
