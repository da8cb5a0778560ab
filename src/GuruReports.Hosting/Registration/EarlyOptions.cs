using GuruReports.Hosting.Registration.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GuruReports.Hosting.Registration;

/// <summary>Reads the settings as far as they are known while services are still being registered: the signal must be armed before the host is built.</summary>
internal static class EarlyOptions
{
    public static GuruMeditationOptions Read(
        IServiceCollection services, IConfigurationSection? section, Action<GuruMeditationOptions>? configure)
    {
        // Policy: registration never stops a service from starting. Bad values are told by the validation when the host starts.
        try
        {
            return Bind(section ?? Find(services)?.GetSection(GuruMeditationOptions.SectionName), configure);
        }
        catch (Exception)
        {
            return new GuruMeditationOptions();
        }
    }

    private static GuruMeditationOptions Bind(IConfigurationSection? section, Action<GuruMeditationOptions>? configure)
    {
        var options = new GuruMeditationOptions();
        if (section is not null && ReadSettings.From(section) is { IsEmpty: false } settings)
        {
            settings.ToConfiguration().Bind(options);
        }

        configure?.Invoke(options);
        return options;
    }

    /// <summary>Finds the configuration that the builders of hosts register as an instance before any user code runs.</summary>
    private static IConfiguration? Find(IServiceCollection services)
    {
        foreach (var service in services)
        {
            if (service.IsKeyedService)
            {
                continue;
            }

            switch (service.ImplementationInstance)
            {
                case IConfiguration configuration when service.ServiceType == typeof(IConfiguration):
                    return configuration;
                case HostBuilderContext { Configuration: { } configuration }:
                    return configuration;
            }
        }

        return null;
    }
}
