using System.Runtime.CompilerServices;
using GuruReports.Hosting.Events;
using GuruReports.Hosting.Exceptions;
using GuruReports.Hosting.Pipeline;
using GuruReports.Hosting.Rehearsal;
using GuruReports.Hosting.Sections;
using GuruReports.Hosting.Sections.Custom;
using GuruReports.Hosting.Triggers;
using GuruReports.Inspection;
using GuruReports.Inspection.Symbols;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GuruReports.Hosting.Registration;

/// <summary>The one core behind all overloads of <c>AddGuruMeditationReports</c>.</summary>
internal static class GuruMeditationRegistration
{
    private static readonly WaitingRehearsal s_rehearsal = new();

    public static IGuruMeditationBuilder Add(
        IServiceCollection services, IConfigurationSection? section, Action<GuruMeditationOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(services);

        // The library's first step: should this process have been started as a snapshot's helper by mistake, it ends here.
        RuntimeHelpers.RunModuleConstructor(typeof(ProcessInspector).Module.ModuleHandle);
        Arm(EarlyOptions.Read(services, section, configure));

        // The section before the code: options are configured in the order of registration, and code wins.
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<GuruMeditationOptions>, ConfigureFromSection>());
        var isFirst = services.All(s => s.ServiceType != typeof(IGuruMeditation));
        var options = isFirst ? services.AddOptionsWithValidateOnStart<GuruMeditationOptions>() : services.AddOptions<GuruMeditationOptions>();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        if (section is not null)
        {
            services.Replace(ServiceDescriptor.Singleton(new OptionsSource(section)));
        }

        services.TryAddSingleton(new OptionsSource(Section: null));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<GuruMeditationOptions>, GuruMeditationOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IOptionsChangeTokenSource<GuruMeditationOptions>, SectionChangeTokenSource>());
        services.TryAddSingleton<HostLife>();
        services.TryAddSingleton<IGuruMeditation, GuruMeditation>();
        foreach (var descriptor in BuiltInSections.Descriptors)
        {
            services.TryAddEnumerable(descriptor);
        }

        services.TryAddSingleton<LogEventsProvider>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ILoggerProvider, LogEventsProvider>(provider => provider.GetRequiredService<LogEventsProvider>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, GuruMeditationService>());
        return new GuruMeditationBuilder(services);
    }

    public static IServiceCollection AddSection(IServiceCollection services, string title, Func<object?> content)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentNullException.ThrowIfNull(content);
        return services.AddSingleton<IReportGenerator>(new DelegateSection(title, _ => content()));
    }

    public static IServiceCollection AddSection(IServiceCollection services, string title, Func<IServiceProvider, object?> content)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentNullException.ThrowIfNull(content);
        return services.AddSingleton<IReportGenerator>(provider => new DelegateSection(title, _ => content(provider)));
    }

    public static IServiceCollection AddSection(IServiceCollection services, string title, Func<IServiceProvider, CancellationToken, Task<object?>> content)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentNullException.ThrowIfNull(content);
        return services.AddSingleton<IReportGenerator>(provider => new DelegateSection(title, token => SectionThread.Run(() => content(provider, token))));
    }

    private static void Arm(GuruMeditationOptions options)
    {
        // Policy: registration never stops a service. What fails here fails again when the host starts, and is logged then.
        try
        {
            ServiceLife.Register();
            var center = ReportCenter.Instance;
            center.UseEarly(options);
            center.UseWait(s_rehearsal);

            AssemblyOwners.List([.. options.Threads.FrameworkAssemblies]);
            LogEvents.Shared.Level = options.Enabled ? options.LogEvents : LogLevel.None;
            if (options is { Enabled: true, CountExceptions: true })
            {
                FirstChanceRecorder.Shared.Arm();
            }

            ReportSignal.Arm(options.Signal, options.SignalTakeover, center.Request);
        }
        catch (Exception)
        {
            return;
        }
    }
}
