using GuruReports.Hosting.Redaction;

namespace GuruReports.Hosting.Pipeline.Publishing;

/// <summary>Masks nothing: for the library's own words, which hold no secret.</summary>
internal sealed class OwnWords : IRedactor
{
    /// <summary>Gets the one that there is.</summary>
    public static OwnWords Instance { get; } = new();

    /// <inheritdoc/>
    public string? Redact(string key, string? value) => value;

    /// <inheritdoc/>
    public string Redact(string text) => text;
}
