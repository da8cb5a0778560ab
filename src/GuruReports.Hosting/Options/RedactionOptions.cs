namespace GuruReports.Hosting;

/// <summary>What is kept secret in reports. Additions to the built-in patterns, never replacements.</summary>
public sealed class RedactionOptions
{
    /// <summary>Gets or sets whether secrets are masked. Default: true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Gets further keys to mask: regular expressions, matched without case anywhere in the last part of a key.</summary>
    public IList<string> KeyPatterns { get; } = [];

    /// <summary>Gets further values to mask: regular expressions, matched anywhere in a text.</summary>
    public IList<string> ValuePatterns { get; } = [];

    /// <summary>Gets keys that are shown though they look secret: whole keys (<c>Auth:TokenLifetime</c>) or last parts, without case.</summary>
    public IList<string> AllowedKeys { get; } = [];
}
