using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Facts.Host;

/// <summary>The configuration of one host. A process may have several: see <see cref="Report.AllFacts{T}"/>. No value is kept here.</summary>
internal sealed record ConfigurationFacts
{
    /// <summary>Gets the providers, the weakest first.</summary>
    public IReadOnlyList<string> Providers { get; init; } = [];

    /// <summary>Gets the keys.</summary>
    public IReadOnlyList<ConfigurationKeyFacts> Keys { get; init; } = [];

    /// <summary>Gets the options that fail their validation.</summary>
    public IReadOnlyList<OptionsFailureFacts> OptionsFailures { get; init; } = [];

    /// <summary>Gets the environment variables whose values the section shows.</summary>
    public IReadOnlyList<string> Variables { get; init; } = [];

    /// <summary>Gets the keys that could not be read, with the reason.</summary>
    public IReadOnlyList<ConfigurationFailureFacts> Failures { get; init; } = [];
}
