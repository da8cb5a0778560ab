using Microsoft.Extensions.Configuration;

namespace GuruReports.Hosting.Sections.Configuration;

/// <summary>Asks one provider section by section. All of it is foreign code: it may throw, and may never come to an end.</summary>
internal sealed class ProviderWalk(ConfigurationSurvey survey, ConfigurationProviderEntry entry)
{
    private const int DeepestKey = 32;

    public void Read() => Walk("", 0);

    private void Walk(string path, int depth)
    {
        if (depth > DeepestKey)
        {
            survey.AddFault(path, entry, new InvalidOperationException($"deeper than {DeepestKey} levels"));
            return;
        }

        foreach (var key in ReadChildren(path))
        {
            if (survey.IsOver())
            {
                return;
            }

            Walk(key, depth + 1);
        }
    }

    // Values are read as the names come: of what never ends, the part until the time is over is there.
    private HashSet<string> ReadChildren(string path)
    {
        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

        // Policy: a provider that throws costs its own keys only.
        try
        {
            foreach (var name in entry.Provider.GetChildKeys([], path.Length == 0 ? null : path))
            {
                if (survey.IsOver() || keys.Count >= ConfigurationSurvey.MostKeys)
                {
                    break;
                }

                if (name is not null && (path.Length == 0 ? name : ConfigurationPath.Combine(path, name)) is var key && keys.Add(key))
                {
                    AddValue(key);
                }
            }
        }
        catch (Exception exception)
        {
            survey.AddFault(path, entry, exception);
        }

        return keys;
    }

    private void AddValue(string key)
    {
        // Policy: as above.
        try
        {
            if (entry.Provider.TryGet(key, out var value))
            {
                survey.Add(entry, key, value);
            }
        }
        catch (Exception exception)
        {
            survey.AddFault(key, entry, exception);
        }
    }
}
