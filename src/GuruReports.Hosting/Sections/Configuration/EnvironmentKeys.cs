using System.Collections;

namespace GuruReports.Hosting.Sections.Configuration;

/// <summary>Knows which variable of the environment a key of the configuration comes from.</summary>
internal sealed class EnvironmentKeys
{
    // Variables of some hosting platforms: SQLCONNSTR_Orders is ConnectionStrings:Orders.
    private const string ConnectionString = "CONNSTR_";

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, string>> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _prefixed = new(StringComparer.Ordinal);

    /// <summary>Looks at the environment with the eyes of a configuration's providers.</summary>
    /// <param name="providers">The providers.</param>
    /// <param name="variables">The environment.</param>
    public EnvironmentKeys(IEnumerable<ConfigurationProviderEntry> providers, IDictionary variables)
    {
        foreach (DictionaryEntry variable in variables)
        {
            _values[(string)variable.Key] = variable.Value as string ?? "";
        }

        foreach (var prefix in providers.Select(static provider => provider.EnvironmentPrefix).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var names = _names[prefix] = new(StringComparer.OrdinalIgnoreCase);
            foreach (var name in _values.Keys.Where(name => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            {
                Add(names, name, name[prefix.Length..]);
                _ = prefix.Length > 0 && _prefixed.Add(name);
            }
        }
    }

    /// <summary>Returns the variable that gives a key the value that counts; null where none does, or has another value by now.</summary>
    public string? VariableOf(ConfigurationEntry entry) =>
        entry.Values[0].Provider.EnvironmentPrefix is { } prefix && _names[prefix].TryGetValue(entry.Key, out var name) && _values[name] == entry.Values[0].Value ? name : null;

    /// <summary>Gets whether a key says no more than its variable does: nothing else has the key, and it is in no group, or is what the variable's prefix makes a second key of.</summary>
    public bool IsVariable(ConfigurationEntry entry) =>
        VariableOf(entry) is { } name
        && entry.Values.All(static value => value.Provider.EnvironmentPrefix is not null)
        && (!entry.Key.Contains(':', StringComparison.Ordinal) || (entry.Values[0].Provider.EnvironmentPrefix!.Length == 0 && _prefixed.Contains(name)));

    private static void Add(Dictionary<string, string> names, string name, string rest)
    {
        names[Key(rest)] = name;
        var at = rest.IndexOf(ConnectionString, StringComparison.OrdinalIgnoreCase);
        if (at > 0)
        {
            names["ConnectionStrings:" + Key(rest[(at + ConnectionString.Length)..])] = name;
        }
    }

    private static string Key(string name) => name.Replace("__", ":", StringComparison.Ordinal);
}
