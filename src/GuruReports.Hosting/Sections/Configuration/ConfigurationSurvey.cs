using GuruReports.Hosting.Boundary;
using Microsoft.Extensions.Configuration;

namespace GuruReports.Hosting.Sections.Configuration;

/// <summary>
/// Everything that a configuration holds, key by key and provider by provider, read in one pass. A provider that throws
/// costs only what it was asked for; where the time is over, what was read by then is there.
/// </summary>
internal sealed class ConfigurationSurvey
{
    /// <summary>How many keys are read.</summary>
    internal const int MostKeys = 50_000;

    private const int MostFaults = 100;

    private readonly CancellationToken _cancellation;
    private readonly List<ConfigurationProviderEntry> _providers = [];
    private readonly List<ConfigurationFault> _faults = [];
    private readonly Dictionary<string, List<ConfigurationValue>> _values = new(StringComparer.OrdinalIgnoreCase);

    private ConfigurationSurvey(CancellationToken cancellation) => _cancellation = cancellation;

    /// <summary>Gets the providers, the weakest first.</summary>
    public IReadOnlyList<ConfigurationProviderEntry> Providers => _providers;

    /// <summary>Gets the keys that have a value, in the order in which configuration sorts keys.</summary>
    public IReadOnlyList<ConfigurationEntry> Entries { get; private set; } = [];

    /// <summary>Gets what could not be read.</summary>
    public IReadOnlyList<ConfigurationFault> Faults => _faults;

    /// <summary>Gets why there are more keys than are listed; null when there are not.</summary>
    public string? Cut { get; private set; }

    /// <summary>Reads a configuration.</summary>
    /// <param name="configuration">The configuration; its providers are known when it is a root.</param>
    /// <param name="cancellation">Says that the time is over.</param>
    public static ConfigurationSurvey Of(IConfiguration configuration, CancellationToken cancellation = default)
    {
        var survey = new ConfigurationSurvey(cancellation);
        ProviderNames.Flatten(configuration, survey._providers, survey._faults);
        survey.Read();
        return survey;
    }

    /// <summary>Takes one value of a provider; providers are read from the strongest to the weakest.</summary>
    /// <returns>Whether there is room and time for more.</returns>
    internal bool Add(ConfigurationProviderEntry provider, string key, string? value)
    {
        if (IsOver())
        {
            return false;
        }

        if (_values.TryGetValue(key, out var values))
        {
            values.Add(new ConfigurationValue(provider, value));
            return true;
        }

        if (_values.Count >= MostKeys)
        {
            Cut ??= FormattableString.Invariant($"only {MostKeys} keys were read");
            return false;
        }

        _values.Add(key, [new ConfigurationValue(provider, value)]);
        return true;
    }

    /// <summary>Gets whether there is no room or no time for more.</summary>
    internal bool IsOver()
    {
        if (_cancellation.IsCancellationRequested)
        {
            Cut ??= FormattableString.Invariant($"the time was over after {_values.Count} keys");
        }

        return Cut is not null;
    }

    /// <summary>Notes what a provider could not tell.</summary>
    internal void AddFault(string key, ConfigurationProviderEntry provider, Exception exception)
    {
        if (_faults.Count < MostFaults)
        {
            _faults.Add(new ConfigurationFault(key, provider.Name, ErrorText.Of(exception).Short));
        }
    }

    private void Read()
    {
        for (var index = _providers.Count - 1; index >= 0 && Cut is null; index--)
        {
            if (!ProviderData.TryRead(this, _providers[index]))
            {
                new ProviderWalk(this, _providers[index]).Read();
            }
        }

        var keys = new List<string>(_values.Keys);
        keys.Sort(ConfigurationKeyComparer.Instance);
        var entries = new List<ConfigurationEntry>(keys.Count);
        for (var index = 0; index < keys.Count; index++)
        {
            // A section that only groups others has a null value in some providers; that is no setting.
            var values = _values[keys[index]];
            if (!(values.TrueForAll(value => value.Value is null) && index + 1 < keys.Count && IsBelow(keys[index + 1], keys[index])))
            {
                entries.Add(new ConfigurationEntry(keys[index], values));
            }
        }

        Entries = entries;
    }

    private static bool IsBelow(string key, string section) =>
        key.Length > section.Length && key[section.Length] == ':' && key.StartsWith(section, StringComparison.OrdinalIgnoreCase);
}
