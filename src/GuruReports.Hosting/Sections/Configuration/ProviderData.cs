using System.Runtime.CompilerServices;
using Microsoft.Extensions.Configuration;

namespace GuruReports.Hosting.Sections.Configuration;

/// <summary>
/// Reads providers that keep all they have in one dictionary and answer from it alone, as those of the framework do. Asked
/// section by section they would look through all their keys each time.
/// </summary>
internal static class ProviderData
{
    private delegate bool Answer(string key, out string? value);

    /// <summary>Reads a provider.</summary>
    /// <returns>False when it has to be asked section by section.</returns>
    public static bool TryRead(ConfigurationSurvey survey, ConfigurationProviderEntry entry)
    {
        if (entry.Provider is not ConfigurationProvider provider)
        {
            return false;
        }

        // Policy: whatever goes wrong here, the other way is left. Nothing is taken before all is copied.
        try
        {
            return AnswersFromData(provider) && TryRead(survey, entry, new Dictionary<string, string?>(DataOf(provider), StringComparer.OrdinalIgnoreCase));
        }
        catch (Exception)
        {
            return false;
        }
    }

    private static bool TryRead(ConfigurationSurvey survey, ConfigurationProviderEntry entry, Dictionary<string, string?> data)
    {
        foreach (var (key, value) in data)
        {
            if (!survey.Add(entry, key, value))
            {
                break;
            }
        }

        return true;
    }

    private static bool AnswersFromData(ConfigurationProvider provider)
    {
        Answer answer = provider.TryGet;
        Func<IEnumerable<string>, string?, IEnumerable<string>> children = provider.GetChildKeys;
        return answer.Method.DeclaringType == typeof(ConfigurationProvider) && children.Method.DeclaringType == typeof(ConfigurationProvider);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Data")]
    private static extern IDictionary<string, string?> DataOf(ConfigurationProvider provider);
}
