using GuruReports.Hosting.Boundary;
using GuruReports.Hosting.Events;
using GuruReports.Hosting.Facts.Host;
using GuruReports.Hosting.Pipeline;
using GuruReports.Hosting.Registration.Settings;
using GuruReports.Hosting.Sections;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GuruReports.Hosting.Registration;

/// <summary>
/// Brings a host's sections, destinations and rules to the process's report center while the host lives. All services
/// are resolved here, at start: nothing is resolved after a trigger.
/// </summary>
internal sealed class GuruMeditationService(
    IServiceProvider services,
    IOptionsMonitor<GuruMeditationOptions> options,
    HostLife life,
    ILoggerFactory loggers) : IHostedLifecycleService, IDisposable
{
    private readonly TimeProvider _clock = services.GetService<TimeProvider>() ?? TimeProvider.System;
    private readonly ILogger _logger = loggers.CreateLogger(GuruMeditationOptions.SectionName);
    private HostReports? _reports;
    private SettingWarnings? _warnings;
    private IDisposable? _reload;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        var settings = options.CurrentValue;

        // Policy: only settings that are not valid stop a host; whatever else goes wrong costs the reports.
        try
        {
            Start(settings);
        }
        catch (Exception exception)
        {
            Log.StartFailed(_logger, exception);
        }

        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Enter(HostState.Started);

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        HostTriggers.Watchdog?.ShutdownBegan();
        return Enter(HostState.Stopping);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        HostTriggers.Watchdog?.ShutdownEnded();
        Leave();
        return Enter(HostState.Stopped);
    }

    public void Dispose() => Leave();

    private void Start(GuruMeditationOptions settings)
    {
        life.HostedServices = [.. services.GetServices<IHostedService>()];
        life.Enter(HostState.Starting, DateTimeOffset.UtcNow);
        LogEvents.Shared.Level = settings.Enabled ? settings.LogEvents : LogLevel.None;
        _reports = ReportCenter.Instance.Add(new HostReportsFactory(services, settings, _logger, JobRunner.Shared).Make(_clock));
        _reload = options.OnChange(UseReloaded);
        HostTriggers.Start(settings, _logger);
        _warnings = new SettingWarnings(_logger, services.GetRequiredService<OptionsSource>(), services.GetService<IConfiguration>());
        _warnings.Tell(_reports);
        _warnings.TellTurnedOff(before: true, settings.Enabled);
    }

    private Task Enter(HostState state)
    {
        life.Enter(state, DateTimeOffset.UtcNow);
        return Task.CompletedTask;
    }

    private void Leave()
    {
        _reload?.Dispose();
        if (Interlocked.Exchange(ref _reports, null) is { } reports)
        {
            ReportCenter.Instance.Remove(reports);
        }
    }

    private void UseReloaded(GuruMeditationOptions changed)
    {
        if (_reports is { } reports)
        {
            var replacement = reports with { Options = changed };
            _reports = replacement;
            ReportCenter.Instance.Replace(reports, replacement);
            _warnings?.Tell(reports, replacement);
        }
    }
}
