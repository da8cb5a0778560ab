namespace GuruReports.Hosting.Sections.Configuration;

/// <summary>One key with its values.</summary>
/// <param name="Key">The key.</param>
/// <param name="Values">The values, the one that counts first; never empty.</param>
internal sealed record ConfigurationEntry(string Key, IReadOnlyList<ConfigurationValue> Values);
