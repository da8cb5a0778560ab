using GuruReports.Hosting.Registration.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GuruReports.Hosting.Registration;

/// <summary>Binds the settings to their section, after telling by name each value that cannot be read.</summary>
/// <remarks>Configuration is optional: with plain services and no configuration the defaults hold.</remarks>
internal sealed class ConfigureFromSection(OptionsSource source, IServiceProvider services) : IConfigureOptions<GuruMeditationOptions>
{
    public void Configure(GuruMeditationOptions options)
    {
        if (source.Find(services.GetService<IConfiguration>()) is not { } section)
        {
            return;
        }

        var settings = ReadSettings.From(section);
        if (settings.Failures.Count > 0)
        {
            throw new OptionsValidationException(Microsoft.Extensions.Options.Options.DefaultName, typeof(GuruMeditationOptions), settings.Failures);
        }

        if (!settings.IsEmpty)
        {
            settings.ToConfiguration().Bind(options);
        }
    }
}
