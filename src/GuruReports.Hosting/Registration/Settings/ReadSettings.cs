using Microsoft.Extensions.Configuration;

namespace GuruReports.Hosting.Registration.Settings;

/// <summary>
/// The section as its settings mean it: a text where a list belongs is a list, a list of destinations is one setting, an empty text is not
/// set. What is neither is refused, with the key, the value and what is allowed; what is no setting is named.
/// </summary>
internal sealed class ReadSettings
{
    private readonly Dictionary<string, string?> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _failures = [];
    private readonly List<string> _unknown = [];

    private ReadSettings()
    {
    }

    /// <summary>Gets a message for each value that cannot be what its setting is.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>Gets the keys that are no settings: misspelled, or of another version.</summary>
    public IReadOnlyList<string> Unknown => _unknown;

    /// <summary>Gets whether nothing is set.</summary>
    public bool IsEmpty => _values.Count == 0;

    /// <summary>Reads a section.</summary>
    public static ReadSettings From(IConfigurationSection section)
    {
        var settings = new ReadSettings();
        settings.RefuseText(section, "");
        settings.Visit(section, "");
        return settings;
    }

    /// <summary>Returns the settings as a section that can be bound.</summary>
    public IConfiguration ToConfiguration() => new ConfigurationBuilder().AddInMemoryCollection(_values).Build();

    private void Visit(IConfigurationSection section, string prefix)
    {
        foreach (var child in section.GetChildren())
        {
            var key = prefix + child.Key;
            if (SettingTree.Find(key) is { } type)
            {
                Read(child, key, type);
            }
            else if (SettingTree.Below(key).Count > 0)
            {
                RefuseText(child, key);
                Visit(child, key + ":");
            }
            else
            {
                _unknown.Add(child.Path);
            }
        }
    }

    // A group of settings cannot be one text.
    private void RefuseText(IConfigurationSection group, string key)
    {
        if (!string.IsNullOrWhiteSpace(group.Value))
        {
            _failures.Add($"{group.Path} is '{group.Value}'; allowed: a group of settings, which are {string.Join(", ", SettingTree.Below(key))}.");
        }
    }

    private void Read(IConfigurationSection child, string key, Type type)
    {
        IReadOnlyList<IConfigurationSection> items = [.. child.GetChildren()];
        if (SettingTree.IsList(type))
        {
            ReadList(child, key, items);
        }
        else if (type == typeof(ReportDestinations) && items.Count > 0)
        {
            ReadSingle(child.Path, string.Join(", ", items.Select(item => item.Value)), key, type);
        }
        else if (items.Count > 0)
        {
            _failures.Add($"{child.Path} is a list or a group; allowed: {SettingShapes.Allowed(type)}.");
        }
        else
        {
            ReadSingle(child.Path, child.Value, key, type);
        }
    }

    private void ReadSingle(string path, string? value, string key, Type type)
    {
        // Compose files and units set a variable that is not known to an empty text.
        if (string.IsNullOrWhiteSpace(value))
        {
            return;
        }

        if (!SettingShapes.CanRead(value, type))
        {
            _failures.Add($"{path} is '{value}'; allowed: {SettingShapes.Allowed(type)}.");
        }

        _values[key] = value;
    }

    private void ReadList(IConfigurationSection child, string key, IReadOnlyList<IConfigurationSection> items)
    {
        var texts = new List<string>();
        if (!string.IsNullOrWhiteSpace(child.Value))
        {
            texts.AddRange(SettingTree.IsPatterns(key) ? [child.Value] : child.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }

        foreach (var item in items)
        {
            if (item.GetChildren().Any())
            {
                _failures.Add($"{item.Path} is a list or a group; allowed: a text.");
            }
            else if (!string.IsNullOrWhiteSpace(item.Value))
            {
                texts.Add(item.Value);
            }
        }

        for (var index = 0; index < texts.Count; index++)
        {
            _values[FormattableString.Invariant($"{key}:{index}")] = texts[index];
        }
    }
}
