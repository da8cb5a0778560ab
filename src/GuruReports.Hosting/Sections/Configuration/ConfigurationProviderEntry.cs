using Microsoft.Extensions.Configuration;

namespace GuruReports.Hosting.Sections.Configuration;

/// <summary>A provider of a configuration.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="Name">Its short name (<c>appsettings.json</c>, <c>environment</c>).</param>
/// <param name="Detail">What more is known: its type, whether its file is there.</param>
/// <param name="EnvironmentPrefix">What the names of the variables begin with that it takes from the environment; null for another provider.</param>
internal sealed record ConfigurationProviderEntry(IConfigurationProvider Provider, string Name, string Detail, string? EnvironmentPrefix = null);
