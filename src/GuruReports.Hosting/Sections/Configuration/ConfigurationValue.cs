namespace GuruReports.Hosting.Sections.Configuration;

/// <summary>The value that one provider has for a key.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="Value">The value; null when the provider says so.</param>
internal sealed record ConfigurationValue(ConfigurationProviderEntry Provider, string? Value);
