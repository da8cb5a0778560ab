using GuruReports.Hosting;
using GuruReports.Hosting.Registration;
using Microsoft.Extensions.Configuration;

// The namespace of IServiceCollection: one line in Program.cs needs no using.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Guru Meditation Reports.</summary>
public static class GuruMeditationServiceCollectionExtensions
{
    /// <summary>
    /// Adds Guru Meditation Reports: from the return of this method on, the signal (SIGUSR1) makes a report and never
    /// ends the process. Settings come from the configuration section <c>GuruMeditation</c>. Calling it again adds nothing twice.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <returns>A builder for sections, destinations and rules of the service's own.</returns>
    public static IGuruMeditationBuilder AddGuruMeditationReports(this IServiceCollection services) =>
        GuruMeditationRegistration.Add(services, section: null, configure: null);

    /// <summary>Adds Guru Meditation Reports with settings made by code, which win over the configuration.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Changes the settings. Called when the host starts, and once now, for what must be known before it is built.</param>
    /// <returns>A builder for sections, destinations and rules of the service's own.</returns>
    public static IGuruMeditationBuilder AddGuruMeditationReports(this IServiceCollection services, Action<GuruMeditationOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return GuruMeditationRegistration.Add(services, section: null, configure);
    }

    /// <summary>Adds Guru Meditation Reports with settings from a section of one's own choice.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="section">The section that is read instead of <c>GuruMeditation</c>.</param>
    /// <returns>A builder for sections, destinations and rules of the service's own.</returns>
    public static IGuruMeditationBuilder AddGuruMeditationReports(this IServiceCollection services, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return GuruMeditationRegistration.Add(services, section, configure: null);
    }

    /// <summary>
    /// Adds a section to the reports of whatever host these services become part of; for libraries that do not register the reports themselves.
    /// Alone it arms nothing and makes no report: the program must call <see cref="AddGuruMeditationReports(IServiceCollection)"/> too.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="title">The section's title.</param>
    /// <param name="content">Returns anything: an object, a dictionary, a sequence, a table, a text. It may throw.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddGuruMeditationSection(this IServiceCollection services, string title, Func<object?> content) =>
        GuruMeditationRegistration.AddSection(services, title, content);
}
