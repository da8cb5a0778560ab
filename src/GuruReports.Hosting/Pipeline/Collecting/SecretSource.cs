using GuruReports.Hosting.Boundary;
using GuruReports.Hosting.Redaction;
using GuruReports.Hosting.Sections.Secrets;

namespace GuruReports.Hosting.Pipeline.Collecting;

/// <summary>Makes a report's redactor and lets it learn the secrets that the process was given.</summary>
internal sealed class SecretSource(JobRunner runner)
{
    public SecretRedactor Learn(IReadOnlyList<HostReports> hosts, GuruMeditationOptions options, List<string> notes)
    {
        var limit = options.SectionTimeout;
        var redactor = new SecretRedactor(options.Redaction);
        Note(runner.Run("secrets/environment", _ => Learned(() => SecretSources.LearnEnvironment(redactor)), limit), "environment", notes);
        Note(runner.Run("secrets/command line", _ => Learned(() => SecretSources.LearnCommandLine(redactor)), limit), "command line", notes);
        foreach (var host in hosts)
        {
            if (host.Configuration is { } configuration)
            {
                // A configuration provider is foreign code: it may throw, and it may block.
                var name = "configuration of " + host.Name;
                Note(
                    runner.RunForeign("secrets/" + name, token => Learned(() => SecretSources.LearnConfiguration(redactor, configuration, token)), limit, options.MaximumAbandonedThreads),
                    name,
                    notes);
            }
        }

        return redactor;
    }

    private static object? Learned(Action learn)
    {
        learn();
        return null;
    }

    private static void Note(JobResult<object> result, string what, List<string> notes)
    {
        if (result.Outcome is not JobOutcome.Completed)
        {
            notes.Add($"the secrets of the {what} could not be learned ({result.Outcome.ToString().ToLowerInvariant()}): texts of other sections are masked by their look only");
        }
    }
}
