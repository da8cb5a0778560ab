using GuruReports.Hosting.Redaction;
using GuruReports.Hosting.Sections.Secrets;

namespace GuruReports.Hosting.Pipeline;

/// <summary>Makes a report's redactor and lets it learn the secrets that the process was given.</summary>
internal sealed class SecretSource
{
    private readonly AbandonableRunner _runner = new("guru-meditation secrets");

    public SecretRedactor Learn(BuildRequest request, List<string> notes)
    {
        var redactor = new SecretRedactor(request.Options.Redaction);
        Run("environment", notes, request, () => SecretSources.LearnEnvironment(redactor));
        Run("command line", notes, request, () => SecretSources.LearnCommandLine(redactor));
        foreach (var host in request.Hosts)
        {
            if (host.Configuration is { } configuration)
            {
                Run("configuration of " + host.Name, notes, request, () => SecretSources.LearnConfiguration(redactor, configuration));
            }
        }

        return redactor;
    }

    private void Run(string what, List<string> notes, BuildRequest request, Action learn)
    {
        // A configuration provider is foreign code: it may throw, and it may block.
        var result = _runner.Run<object>(
            what,
            _ =>
            {
                learn();
                return null;
            },
            request.Options.SectionTimeout,
            request.Options.MaximumAbandonedThreads);
        if (result.Outcome is not RunOutcome.Completed)
        {
            notes.Add($"the secrets of the {what} could not be learned ({result.Outcome.ToString().ToLowerInvariant()}): texts of other sections are masked by their look only");
        }
    }
}
