using System.Collections;
using GuruReports.Hosting.Redaction;
using GuruReports.Hosting.Redaction.CommandLines;
using GuruReports.Hosting.Sections.Configuration;
using Microsoft.Extensions.Configuration;

namespace GuruReports.Hosting.Sections.Secrets;

/// <summary>
/// Shows a redactor everything that may hold secrets before the first section is made, because sections that print first
/// (threads, processes) may quote what a later one knows to be secret. Never throws.
/// </summary>
internal static class SecretSources
{
    /// <summary>Shows it the environment variables of the process.</summary>
    /// <param name="redactor">The redactor.</param>
    public static void LearnEnvironment(IRedactor redactor)
    {
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            redactor.Redact((string)variable.Key, variable.Value as string);
        }
    }

    /// <summary>Shows it the command line of the process.</summary>
    /// <param name="redactor">The redactor.</param>
    public static void LearnCommandLine(IRedactor redactor) => ArgumentSecrets.Redact(Environment.GetCommandLineArgs(), redactor);

    /// <summary>Shows it a configuration: the values that count and those that are overridden.</summary>
    /// <param name="redactor">The redactor.</param>
    /// <param name="configuration">The configuration.</param>
    /// <param name="cancellation">Ends it early: what was read by then is known.</param>
    public static void LearnConfiguration(IRedactor redactor, IConfiguration configuration, CancellationToken cancellation = default)
    {
        foreach (var entry in ConfigurationSurvey.Of(configuration, cancellation).Entries)
        {
            if (cancellation.IsCancellationRequested)
            {
                return;
            }

            foreach (var value in entry.Values)
            {
                redactor.Redact(entry.Key, value.Value);
            }
        }
    }
}
