using GuruReports.Hosting.Boundary;
using GuruReports.Hosting.Exceptions;
using GuruReports.Hosting.Facts.Host;
using GuruReports.Hosting.Sections.Configuration.Effective;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;
using Microsoft.Extensions.Configuration;

namespace GuruReports.Hosting.Sections.Configuration;

/// <summary>The configuration of one host: every key with the value that counts, the provider that has it, and those it overrides.</summary>
internal sealed class ConfigurationGenerator : IReportGenerator, IForeignCode
{
    private readonly IConfiguration _configuration;
    private readonly OptionsFailures _options;
    private readonly EffectiveOptions? _effective;

    public ConfigurationGenerator(IConfiguration configuration, IEnumerable<IOptionsToShow> options, IServiceProvider services)
        : this(configuration, OptionsFailures.Shared, new EffectiveOptions(options, services))
    {
    }

    internal ConfigurationGenerator(IConfiguration configuration, OptionsFailures? options = null, EffectiveOptions? effective = null)
    {
        _configuration = configuration;
        _options = options ?? OptionsFailures.Shared;
        _effective = effective;
    }

    /// <inheritdoc/>
    public string Title => "Configuration";

    /// <inheritdoc/>
    public ReportSection Generate(ReportContext context)
    {
        var survey = ConfigurationSurvey.Of(_configuration, context.Cancellation);
        var view = new ConfigurationView(survey, new EnvironmentKeys(survey.Providers, Environment.GetEnvironmentVariables()), context.Redactor, context.Cancellation);
        var failures = _options.All;
        var shown = view.Build(failures, _effective?.Show(context.Redactor, context.Cancellation) ?? new MapBuilder());
        var facts = new ConfigurationFacts
        {
            Providers = [.. survey.Providers.Select(provider => provider.Name)],
            Keys = [.. survey.Entries.Select(Fact)],
            Failures = [.. survey.Faults.Select(fault => new ConfigurationFailureFacts(fault.Key, fault.Provider, fault.Reason))],
            OptionsFailures = failures,
            Variables = view.Variables,
        };
        var isPartial = survey.Cut is not null || view.Cut is not null || survey.Faults.Count > 0;
        return new ReportSection
        {
            Title = Title,
            Summary = Summarize(facts),
            Value = shown,
            Facts = [facts],
            Status = isPartial ? SectionStatus.Partial : SectionStatus.Complete,
            Reason = isPartial ? Reason(survey, view) : null,
        };
    }

    private static string Summarize(ConfigurationFacts facts)
    {
        var overridden = facts.Keys.Count(key => key.Overridden.Count > 0);
        return $"{Measures.Count(facts.Keys.Count, "key")} from {Measures.Count(facts.Providers.Count, "provider")}, {overridden} of them override another";
    }

    private static string Reason(ConfigurationSurvey survey, ConfigurationView view)
    {
        var faults = survey.Faults.Count > 0 ? $"{Measures.Count(survey.Faults.Count, "read")} failed" : null;
        return string.Join("; ", new[] { faults, survey.Cut, view.Cut }.OfType<string>());
    }

    private static ConfigurationKeyFacts Fact(ConfigurationEntry entry)
    {
        var overridden = entry.Values.Skip(1).ToList();
        var differs = overridden.Any(value => value.Value != entry.Values[0].Value);
        return new ConfigurationKeyFacts(entry.Key, entry.Values[0].Provider.Name, [.. overridden.Select(value => value.Provider.Name)], differs);
    }
}
