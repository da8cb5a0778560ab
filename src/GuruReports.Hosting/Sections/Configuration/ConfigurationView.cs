using GuruReports.Hosting.Facts.Host;
using GuruReports.Hosting.Redaction;
using GuruReports.Reporting.Model;
using Microsoft.Extensions.Configuration;

namespace GuruReports.Hosting.Sections.Configuration;

/// <summary>Shows a configuration: the providers, then the keys in the groups that their first parts make.</summary>
internal sealed class ConfigurationView
{
    private readonly ConfigurationSurvey _survey;
    private readonly IRedactor _redactor;

    public ConfigurationView(ConfigurationSurvey survey, IRedactor redactor)
    {
        _survey = survey;
        _redactor = redactor;
    }

    /// <summary>Returns the section's content.</summary>
    /// <param name="failures">The options that fail their validation.</param>
    public ReportMap Build(IReadOnlyList<OptionsFailureFacts> failures)
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

        AddKeys(map);
        return map.Build();
    }

    private void AddKeys(MapBuilder map)
    {
        var single = new MapBuilder();
        var environment = new MapBuilder();
        var groups = new List<(string Name, MapBuilder Entries)>();
        foreach (var group in _survey.Entries.GroupBy(entry => FirstPart(entry.Key), StringComparer.OrdinalIgnoreCase))
        {
            if (group.All(entry => entry.Key.Length == group.Key.Length))
            {
                foreach (var entry in group)
                {
                    (IsPlainVariable(entry) ? environment : single).Add(entry.Key, ShowValue(entry), Remark(entry));
                }

                continue;
            }

            var target = new MapBuilder();
            groups.Add((group.Key, target));
            foreach (var entry in group)
            {
                target.Add(entry.Key.Length > group.Key.Length ? entry.Key[(group.Key.Length + 1)..] : entry.Key, ShowValue(entry), Remark(entry));
            }
        }

        map.AddFilled("(no group)", single);
        foreach (var (name, entries) in groups)
        {
            map.Add(name, entries.Build());
        }

        map.AddFilled("(no group, from the environment alone)", environment);
    }

    // The environment brings all its variables into the configuration: those that no group names stand last.
    private static bool IsPlainVariable(ConfigurationEntry entry) =>
        entry.Values.Count == 1 && entry.Values[0].Provider.Name.StartsWith("environment", StringComparison.Ordinal);

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
