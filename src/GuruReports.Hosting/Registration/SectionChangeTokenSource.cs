using GuruReports.Hosting.Boundary;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace GuruReports.Hosting.Registration;

/// <summary>Tells when the section of the settings was loaded again and can be used; one that cannot is told in the log, and those before stay in force.</summary>
/// <remarks>It holds nothing of the host's services: a configuration that watches its files outlives a host that nobody disposes of.</remarks>
internal sealed class SectionChangeTokenSource : IOptionsChangeTokenSource<GuruMeditationOptions>, IDisposable
{
    private readonly IOptionsFactory<GuruMeditationOptions> _factory;
    private readonly ILoggerFactory? _loggers;
    private readonly IDisposable? _registration;
    private ConfigurationReloadToken _token = new();

    public SectionChangeTokenSource(
        OptionsSource source, IOptionsFactory<GuruMeditationOptions> factory, IConfiguration? configuration = null, ILoggerFactory? loggers = null)
    {
        (_factory, _loggers) = (factory, loggers);
        _registration = source.Find(configuration) is { } section ? ChangeToken.OnChange(section.GetReloadToken, Change) : null;
    }

    public string? Name => Microsoft.Extensions.Options.Options.DefaultName;

    public IChangeToken GetChangeToken() => Volatile.Read(ref _token);

    public void Dispose() => _registration?.Dispose();

    private void Change()
    {
        if (FindProblem() is { } why)
        {
            Tell(why);
            return;
        }

        Interlocked.Exchange(ref _token, new ConfigurationReloadToken()).OnReload();
    }

    // Policy: whoever loads the configuration again is code of the service, and is not to be disturbed by what is wrong with these settings.
    private string? FindProblem()
    {
        try
        {
            _factory.Create(Microsoft.Extensions.Options.Options.DefaultName);
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

    private void Tell(string why)
    {
        // Policy: as above; a logger that was disposed of with its host throws.
        try
        {
            if (_loggers?.CreateLogger(GuruMeditationOptions.SectionName) is { } logger)
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
