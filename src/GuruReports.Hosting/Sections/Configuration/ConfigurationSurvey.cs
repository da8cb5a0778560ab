using Microsoft.Extensions.Configuration;

namespace GuruReports.Hosting.Sections.Configuration;

/// <summary>Everything that a configuration holds, key by key and provider by provider. A provider that throws costs only what it was asked for.</summary>
internal sealed class ConfigurationSurvey
{
    private const int MostKeys = 20_000;
    private const int DeepestKey = 32;

    private readonly List<ConfigurationProviderEntry> _providers = [];
    private readonly List<ConfigurationEntry> _entries = [];
    private readonly List<ConfigurationFault> _faults = [];

    private ConfigurationSurvey()
    {
    }

    /// <summary>Gets the providers, the weakest first.</summary>
    public IReadOnlyList<ConfigurationProviderEntry> Providers => _providers;

    /// <summary>Gets the keys that have a value, in the order in which configuration sorts keys.</summary>
    public IReadOnlyList<ConfigurationEntry> Entries => _entries;

    /// <summary>Gets what could not be read.</summary>
    public IReadOnlyList<ConfigurationFault> Faults => _faults;

    /// <summary>Gets whether there were more keys than are listed.</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>Reads a configuration.</summary>
    /// <param name="configuration">The configuration; its providers are known when it is a root.</param>
    public static ConfigurationSurvey Of(IConfiguration configuration)
    {
        var survey = new ConfigurationSurvey();
        ProviderNames.Flatten(configuration, survey._providers, survey._faults);
        survey.Walk("", 0);
        return survey;
    }

    private void Walk(string path, int depth)
    {
        if (depth > DeepestKey || _entries.Count >= MostKeys)
        {
            IsTruncated = true;
            return;
        }

        foreach (var name in ChildNames(path))
        {
            var key = path.Length == 0 ? name : ConfigurationPath.Combine(path, name);
            AddValues(key);
            Walk(key, depth + 1);
        }
    }

    private List<string> ChildNames(string path)
    {
        var names = new List<string>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var provider in _providers)
        {
            try
            {
                foreach (var name in provider.Provider.GetChildKeys([], path.Length == 0 ? null : path))
                {
                    if (seen.Add(name))
                    {
                        names.Add(name);
                    }
                }
            }
            catch (Exception exception)
            {
                // Boundary: providers are the service's code; one that throws costs its own keys only.
                AddFault(path, provider, exception);
            }
        }

        names.Sort(ConfigurationKeyComparer.Instance);
        return names;
    }

    private void AddValues(string key)
    {
        List<ConfigurationValue>? values = null;
        for (var index = _providers.Count - 1; index >= 0; index--)
        {
            var provider = _providers[index];
            try
            {
                if (provider.Provider.TryGet(key, out var value))
                {
                    (values ??= []).Add(new ConfigurationValue(provider, value));
                }
            }
            catch (Exception exception)
            {
                // Boundary: as above.
                AddFault(key, provider, exception);
            }
        }

        // A section that only groups others has a null value in some providers; that is no setting.
        if (values is not null && !(values.TrueForAll(value => value.Value is null) && HasChildren(key)))
        {
            _entries.Add(new ConfigurationEntry(key, values));
        }
    }

    private bool HasChildren(string key) => ChildNames(key).Count > 0;

    private void AddFault(string key, ConfigurationProviderEntry provider, Exception exception)
    {
        if (_faults.Count < 100)
        {
            _faults.Add(new ConfigurationFault(key, provider.Name, $"{exception.GetType().Name}: {exception.Message}"));
        }
    }
}
