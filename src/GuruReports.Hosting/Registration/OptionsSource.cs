using Microsoft.Extensions.Configuration;

namespace GuruReports.Hosting.Registration;

/// <summary>The section that the settings come from.</summary>
/// <param name="Section">The section given by code; null for <c>GuruMeditation</c> of the host's configuration.</param>
internal sealed record OptionsSource(IConfigurationSection? Section)
{
    public IConfigurationSection? Find(IConfiguration? configuration) =>
        Section ?? configuration?.GetSection(GuruMeditationOptions.SectionName);
}
