using GuruReports.Hosting.Boundary;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace GuruReports.Hosting.Registration;

/// <summary>Tells when the section of the settings was loaded again and can be used; one that cannot is told in the log, and those before stay in force.</summary>
/// <remarks>It holds nothing of the host's services: a configuration that watches its files outlives a host that nobody disposes of.</remarks>
internal sealed class SectionChangeTokenSource : IOptionsChangeTokenSource<GuruMeditationOptions>, IDisposable
{
    // Asked for when settings are loaded again: a second factory at the start would have the container compile how it is made.
    private readonly WeakReference<IServiceProvider> _services;
    private readonly IDisposable? _registration;
    private ConfigurationReloadToken _token = new();

    public SectionChangeTokenSource(OptionsSource source, IServiceProvider services, IConfiguration? configuration = null)
    {
        _services = new(services);
        _registration = source.Find(configuration) is { } section ? ChangeToken.OnChange(section.GetReloadToken, Change) : null;
    }

    public string? Name => Microsoft.Extensions.Options.Options.DefaultName;

    public IChangeToken GetChangeToken() => Volatile.Read(ref _token);

    public void Dispose() => _registration?.Dispose();

    private void Change()
    {
        if (!_services.TryGetTarget(out var services))
        {
            return;
        }

        if (FindProblem(services) is { } why)
        {
            Tell(services, why);
            return;
        }

        Interlocked.Exchange(ref _token, new ConfigurationReloadToken()).OnReload();
    }

    // Policy: whoever loads the configuration again is code of the service, and is not to be disturbed by what is wrong with these settings.
    private static string? FindProblem(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IOptionsFactory<GuruMeditationOptions>>().Create(Microsoft.Extensions.Options.Options.DefaultName);
            return null;
        }
        catch (OptionsValidationException exception)
        {
            return string.Join(' ', exception.Failures);
        }
        catch (Exception exception)
        {
            return ErrorText.Of(exception).Short;
        }
    }

    private static void Tell(IServiceProvider services, string why)
    {
        // Policy: as above; a logger that was disposed of with its host throws.
        try
        {
            if (services.GetService<ILoggerFactory>()?.CreateLogger(GuruMeditationOptions.SectionName) is { } logger)
            {
                Log.SettingsRefused(logger, why);
            }
        }
        catch (Exception)
        {
            return;
        }
    }
}
