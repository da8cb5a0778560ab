namespace GuruReports.Hosting.Sections.Configuration;

/// <summary>What could not be read from a provider.</summary>
/// <param name="Key">The key; empty for the provider's first level.</param>
/// <param name="Provider">The provider's name.</param>
/// <param name="Reason">What it threw.</param>
internal sealed record ConfigurationFault(string Key, string Provider, string Reason);
