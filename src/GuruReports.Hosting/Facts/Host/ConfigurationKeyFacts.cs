namespace GuruReports.Hosting.Facts.Host;

/// <summary>One configuration key.</summary>
/// <param name="Key">The key with all its parts.</param>
/// <param name="Provider">The provider whose value counts (for example <c>appsettings.json</c>, <c>environment</c>).</param>
/// <param name="Overridden">The providers that have a value too which does not count, the strongest first.</param>
/// <param name="Differs">Whether one of the overridden values is another than the one that counts.</param>
internal sealed record ConfigurationKeyFacts(string Key, string Provider, IReadOnlyList<string> Overridden, bool Differs);
