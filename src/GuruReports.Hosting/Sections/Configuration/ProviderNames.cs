using GuruReports.Hosting.Boundary;
using Microsoft.Extensions.Configuration;

namespace GuruReports.Hosting.Sections.Configuration;

/// <summary>Lists the providers of a configuration and gives them names that a person recognises.</summary>
internal static class ProviderNames
{
    private const int DeepestChain = 8;
    private const int MostProviders = 1_000;
    private const int LongestText = 1_000;
    private const string Suffix = "ConfigurationProvider";
    private const string EnvironmentProvider = "EnvironmentVariablesConfigurationProvider";

    /// <summary>Adds the providers of a configuration, the weakest first; those of a chained configuration stand in its place.</summary>
    public static void Flatten(IConfiguration configuration, List<ConfigurationProviderEntry> providers, List<ConfigurationFault> faults) =>
        Flatten(configuration, providers, faults, 0);

    private static void Flatten(IConfiguration configuration, List<ConfigurationProviderEntry> providers, List<ConfigurationFault> faults, int depth)
    {
        if (configuration is not IConfigurationRoot root)
        {
            faults.Add(new ConfigurationFault("", configuration.GetType().Name, "no configuration root: its providers cannot be listed"));
            return;
        }

        foreach (var provider in root.Providers)
        {
            if (providers.Count >= MostProviders)
            {
                faults.Add(new ConfigurationFault("", configuration.GetType().Name, $"more than {MostProviders} providers"));
                return;
            }

            if (provider is ChainedConfigurationProvider { Configuration: IConfigurationRoot inner } && depth < DeepestChain)
            {
                Flatten(inner, providers, faults, depth + 1);
            }
            else
            {
                providers.Add(Describe(provider));
            }
        }
    }

    private static ConfigurationProviderEntry Describe(IConfigurationProvider provider)
    {
        var type = provider.GetType().Name;
        try
        {
            var text = provider.ToString() ?? type;
            text = BoundedText.Cut(text, LongestText);
            var quoted = Quoted(text);
            return new ConfigurationProviderEntry(provider, ShortName(type, quoted), Detail(type, text), type == EnvironmentProvider ? quoted ?? "" : null);
        }
        catch (Exception exception)
        {
            // Boundary: a provider's own ToString is foreign code.
            return new ConfigurationProviderEntry(provider, type, $"{type} (its ToString threw {exception.GetType().Name})");
        }
    }

    // "JsonConfigurationProvider" says no more than "Json" does in a table of providers.
    private static string Detail(string type, string text) =>
        (text.Contains(type, StringComparison.Ordinal) ? text : type).Replace(Suffix, "", StringComparison.Ordinal);

    // Providers tell file and prefix in their text only:
    // JsonConfigurationProvider for 'appsettings.json' (Optional), EnvironmentVariablesConfigurationProvider Prefix: 'DOTNET_'.
    private static string? Quoted(string text)
    {
        var open = text.IndexOf('\'', StringComparison.Ordinal);
        var close = text.LastIndexOf('\'');
        return open >= 0 && close > open + 1 ? text[(open + 1)..close] : null;
    }

    private static string ShortName(string type, string? quoted) => type switch
    {
        EnvironmentProvider => quoted is null ? "environment" : $"environment {quoted}*",
        "CommandLineConfigurationProvider" => "command line",
        "MemoryConfigurationProvider" => "memory",
        "KeyPerFileConfigurationProvider" => "key per file",
        _ => quoted ?? (type.EndsWith(Suffix, StringComparison.Ordinal) ? type[..^Suffix.Length] : type),
    };
}
