using GuruReports.Hosting.Registration.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace GuruReports.Hosting.Registration;

/// <summary>Binds the settings to their section, after telling by name each value that cannot be read.</summary>
/// <remarks>Configuration is optional: with plain services and no configuration the defaults hold.</remarks>
internal sealed class ConfigureFromSection(OptionsSource source, IConfiguration? configuration = null) : IConfigureOptions<GuruMeditationOptions>
{
    public void Configure(GuruMeditationOptions options)
    {
        if (source.Find(configuration) is not { } section)
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
