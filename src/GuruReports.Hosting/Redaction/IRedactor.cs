namespace GuruReports.Hosting.Redaction;

/// <summary>Masks secrets. Safe for any thread; never throws.</summary>
public interface IRedactor
{
    /// <summary>Masks the value if the key or the value itself looks secret, and remembers it, so that it is scrubbed from the whole report.</summary>
    /// <param name="key">The key, with all its parts (<c>ConnectionStrings:Orders</c>, <c>PGPASSWORD</c>).</param>
    /// <param name="value">The value.</param>
    /// <returns>The value as it may be shown: unchanged, in part masked, or <c>***</c>; null stays null.</returns>
    string? Redact(string key, string? value);

    /// <summary>Masks what looks secret inside a text: passwords in URLs and connection strings, tokens, private keys, and every secret value remembered.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text as it may be shown.</returns>
    string Redact(string text);
}
