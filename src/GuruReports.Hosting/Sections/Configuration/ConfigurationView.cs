using GuruReports.Hosting.Facts.Host;
using GuruReports.Hosting.Redaction;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;
using Microsoft.Extensions.Configuration;

namespace GuruReports.Hosting.Sections.Configuration;

/// <summary>Shows a configuration: the providers, then the keys in the groups that their first parts make.</summary>
internal sealed class ConfigurationView
{
    // Where reading took all the time, some of what was read can still be shown in what is left after the warning.
    private const int ShownAnyway = 1_000;

    private readonly ConfigurationSurvey _survey;
    private readonly EnvironmentKeys _environment;
    private readonly IRedactor _redactor;
    private readonly CancellationToken _cancellation;
    private readonly List<string> _variables = [];
    private int _shown;

    public ConfigurationView(ConfigurationSurvey survey, EnvironmentKeys environment, IRedactor redactor, CancellationToken cancellation)
    {
        _survey = survey;
        _environment = environment;
        _redactor = redactor;
        _cancellation = cancellation;
    }

    /// <summary>Gets why keys that were read are not shown; null when all are.</summary>
    public string? Cut { get; private set; }

    /// <summary>Gets the environment variables whose values were shown, so that they are not shown again.</summary>
    public IReadOnlyList<string> Variables => _variables;

    /// <summary>Returns the section's content.</summary>
    public ReportMap Build(IReadOnlyList<OptionsFailureFacts> failures, MapBuilder effective)
    {
        var map = new MapBuilder();
        if (failures.Count > 0)
        {
            map.Add("invalid options", new ReportList([.. failures.Select(Show)]));
        }

        map.Add("providers, the strongest first", ShowProviders());
        if (_survey.Faults.Count > 0)
        {
            map.Add("failures", new ReportTable(["Key", "Provider", "Reason"], [.. _survey.Faults.Select(Show)]));
        }

        map.AddFilled("options in effect", effective);
        AddKeys(map);
        return map.Build();
    }

    private void AddKeys(MapBuilder map)
    {
        var single = new MapBuilder();
        var variables = _survey.Entries.Count(_environment.IsVariable);
        var groups = new List<(string Name, MapBuilder Entries)>();
        foreach (var group in _survey.Entries.Where(entry => !_environment.IsVariable(entry)).GroupBy(entry => FirstPart(entry.Key), StringComparer.OrdinalIgnoreCase))
        {
            if (group.All(entry => entry.Key.Length == group.Key.Length))
            {
                foreach (var entry in group)
                {
                    Show(single, entry.Key, entry);
                }

                continue;
            }

            var target = new MapBuilder();
            groups.Add((group.Key, target));
            foreach (var entry in group)
            {
                Show(target, entry.Key.Length > group.Key.Length ? entry.Key[(group.Key.Length + 1)..] : entry.Key, entry);
            }
        }

        map.AddFilled("(no group)", single);
        foreach (var (name, entries) in groups)
        {
            map.AddFilled(name, entries);
        }

        // The environment brings all its variables into the configuration: those that no group names stand in a section of their own.
        if (variables > 0)
        {
            map.Add("variables of the environment", $"{Measures.Count(variables, "key")} more, see Environment");
        }
    }

    private void Show(MapBuilder map, string name, ConfigurationEntry entry)
    {
        if (_shown >= ShownAnyway && _cancellation.IsCancellationRequested)
        {
            Cut ??= FormattableString.Invariant($"the time was over after {_shown} of {_survey.Entries.Count} keys were shown");
            return;
        }

        _shown++;
        map.Add(name, ShowValue(entry), Remark(entry));
        if (_environment.VariableOf(entry) is { } variable)
        {
            _variables.Add(variable);
        }
    }

    private ReportValue ShowValue(ConfigurationEntry entry)
    {
        var shown = _redactor.Redact(entry.Key, entry.Values[0].Value);
        return shown is null ? new ReportUnknown("null") : new ReportText(shown);
    }

    // "appsettings.json", "environment, overrides appsettings.Production.json and 2 more"
    private static string Remark(ConfigurationEntry entry)
    {
        var winner = entry.Values[0].Provider.Name;
        var rest = entry.Values.Count - 1;
        if (rest == 0)
        {
            return winner;
        }

        var more = rest > 1 ? $" and {rest - 1} more" : "";
        var same = entry.Values.All(value => value.Value == entry.Values[0].Value) ? ", same value" : "";
        return $"{winner}, overrides {entry.Values[1].Provider.Name}{more}{same}";
    }

    private ReportTable ShowProviders()
    {
        var rows = new List<IReadOnlyList<ReportValue>>();
        for (var index = _survey.Providers.Count - 1; index >= 0; index--)
        {
            var provider = _survey.Providers[index];
            var has = _survey.Entries.Count(entry => entry.Values.Any(value => ReferenceEquals(value.Provider, provider)));
            var wins = _survey.Entries.Count(entry => ReferenceEquals(entry.Values[0].Provider, provider));
            rows.Add([provider.Name, has, wins, provider.Detail]);
        }

        return new ReportTable(["Provider", "Has", "Wins", "Detail"], rows);
    }

    private static ReportText Show(OptionsFailureFacts failure) =>
        new($"{failure.OptionsType}{(failure.OptionsName.Length > 0 ? $" \"{failure.OptionsName}\"" : "")}: {string.Join("; ", failure.Failures)}");

    private static IReadOnlyList<ReportValue> Show(ConfigurationFault fault) => [fault.Key.Length > 0 ? fault.Key : "(all)", fault.Provider, fault.Reason];

    private static string FirstPart(string key) => key.IndexOf(ConfigurationPath.KeyDelimiter, StringComparison.Ordinal) is > 0 and var end ? key[..end] : key;
}
