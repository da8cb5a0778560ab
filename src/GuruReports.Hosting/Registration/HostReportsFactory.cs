using GuruReports.Hosting.Boundary;
using GuruReports.Hosting.Boundary.Parts;
using GuruReports.Hosting.Events;
using GuruReports.Hosting.Pipeline;
using GuruReports.Hosting.Pipeline.Collecting;
using GuruReports.Hosting.Sinks.Logging;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GuruReports.Hosting.Registration;

/// <summary>Resolves what a host brings to its reports: constructors are foreign code, and a host's start waits for them no longer than it must.</summary>
internal sealed class HostReportsFactory(IServiceProvider services, GuruMeditationOptions options, ILogger logger, JobRunner runner)
{
    // A host may be started beside one that hangs: the parts of both must get their thread.
    private const int MostAbandoned = 64;

    // Asked for once: a second time makes the container compile it, on the pool.
    private readonly IServiceProviderIsService? _known = services.GetService<IServiceProviderIsService>();
    private readonly List<string> _notes = [];

    public HostReports Make(TimeProvider clock)
    {
        var logging = MakeLoggerSink();
        var isDestination = options.Destination.HasFlag(ReportDestinations.Logger);
        var generators = Resolve<IReportGenerator>(LearnTitles);
        var sinks = Resolve<IReportSink>(_ => { });
        var rules = Resolve<IFindingRule>(_ => { });
        MakeIsolated([.. generators, .. sinks, .. rules]);
        return new HostReports
        {
            Name = options.ServiceName ?? services.GetService<IHostEnvironment>()?.ApplicationName ?? ServiceIdentitySource.DefaultName,
            Options = options,
            Generators = generators,
            Sinks = isDestination && logging is not null ? [logging, .. sinks] : sinks,
            LastResort = isDestination ? null : logging,
            Rules = rules,
            Configuration = services.GetService<IConfiguration>(),
            Clock = clock,
            Notes = _notes,
        };
    }

    private static void LearnTitles(IReadOnlyList<IReportGenerator> generators)
    {
        foreach (var generator in generators)
        {
            GeneratorTitles.Learn(generator);
        }
    }

    private LoggerSink? MakeLoggerSink() => runner.RunForeign("make/logger", _ => MakeLogger(), options.SectionTimeout, MostAbandoned).Value;

    private LoggerSink? MakeLogger()
    {
        if (options.Destination.HasFlag(ReportDestinations.Logger) && !options.LogSummary && SingleLineFormatter.Find(services) is { } formatter)
        {
            Log.OneLine(logger, formatter);
        }

        return services.GetService<ILoggerFactory>() is { } factory
            ? new LoggerSink(MakeLogger(factory), options.LogCategory, options.LogLevel, options.LogSummary, TemplateLoggers.AreUsed(services, factory))
            : null;
    }

    private ILogger MakeLogger(ILoggerFactory factory)
    {
        var made = factory.CreateLogger(options.LogCategory);

        // Taken out again by ClearProviders: a factory that takes providers at all takes this one now.
        if (services.GetService<LogEventsProvider>() is { IsUsed: false } events)
        {
            factory.AddProvider(events);
        }

        return made;
    }

    // Those that stand for others are made one by one below; what the service registered itself is made here, all of a kind.
    private IReadOnlyList<T> Resolve<T>(Action<IReadOnlyList<T>> learn)
        where T : class
    {
        if (_known?.IsService(typeof(T)) == false)
        {
            return [];
        }

        var result = runner.RunForeign(
            "make/" + typeof(T).Name,
            _ =>
            {
                IReadOnlyList<T> parts = [.. services.GetServices<T>()];
                learn(parts);
                return parts;
            },
            options.SectionTimeout,
            MostAbandoned);
        if (result.Value is { } made)
        {
            return made;
        }

        Note(typeof(T).Name, result.Explain(options.SectionTimeout), $"no {typeof(T).Name} of this host could be made");
        return [];
    }

    private void MakeIsolated(IReadOnlyList<object> parts)
    {
        foreach (var part in parts.OfType<IIsolated>())
        {
            var result = runner.RunForeign("make/" + part.Name, _ => Made(part), options.SectionTimeout, MostAbandoned);
            if (result.Outcome is not JobOutcome.Completed)
            {
                Note(part.Name, result.Explain(options.SectionTimeout), $"{part.Name} could not be made");
            }
        }
    }

    private static object? Made(IIsolated part)
    {
        part.Make();
        return null;
    }

    private void Note(string part, string why, string what)
    {
        Log.PartsFailed(logger, part, why);
        _notes.Add($"{what}: {why}");
    }
}
