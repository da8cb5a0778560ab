namespace GuruReports.Hosting.Facts.Host;

/// <summary>A key, or all of a provider, that could not be read.</summary>
/// <param name="Key">The key; empty when it is about the whole provider.</param>
/// <param name="Provider">The provider.</param>
/// <param name="Reason">What it threw.</param>
internal sealed record ConfigurationFailureFacts(string Key, string Provider, string Reason);
