using GuruReports.Hosting.Pipeline;
using GuruReports.Hosting.Sinks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GuruReports.Hosting.Registration;

/// <summary>Resolves what a host brings to its reports.</summary>
internal static class HostReportsFactory
{
    public static HostReports Make(IServiceProvider services, GuruMeditationOptions options, TimeProvider clock, ILogger logger)
    {
        var notes = new List<string>();
        var logging = MakeLoggerSink(services, options);
        var isDestination = options.Destination.HasFlag(ReportDestinations.Logger);
        return new HostReports
        {
            Name = options.ServiceName ?? services.GetService<IHostEnvironment>()?.ApplicationName ?? ServiceIdentitySource.DefaultName,
            Options = options,
            Generators = Resolve<IReportGenerator>(services, notes, logger),
            Sinks = isDestination && logging is not null ? [logging, .. Resolve<IReportSink>(services, notes, logger)] : Resolve<IReportSink>(services, notes, logger),
            LastResort = isDestination ? null : logging,
            Rules = Resolve<IFindingRule>(services, notes, logger),
            Configuration = services.GetService<IConfiguration>(),
            Clock = clock,
            Notes = notes,
        };
    }

    private static LoggerSink? MakeLoggerSink(IServiceProvider services, GuruMeditationOptions options) =>
        services.GetService<ILoggerFactory>() is { } factory ? new LoggerSink(factory.CreateLogger(options.LogCategory), options.LogCategory, options.LogLevel) : null;

    private static IReadOnlyList<T> Resolve<T>(IServiceProvider services, List<string> notes, ILogger logger)
        where T : class
    {
        // Policy: constructors of a service's own parts are foreign code; a fault there costs those parts, not the service's start.
        try
        {
            return [.. services.GetServices<T>()];
        }
        catch (Exception exception)
        {
            Log.PartsFailed(logger, typeof(T).Name, exception);
            notes.Add($"no {typeof(T).Name} of this host could be made: {exception.GetType().Name}: {exception.Message}");
            return [];
        }
    }
}
