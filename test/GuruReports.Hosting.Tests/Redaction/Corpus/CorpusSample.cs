namespace GuruReports.Hosting.Tests.Redaction.Corpus;

/// <summary>One value as a service holds it.</summary>
/// <param name="Kind">Where it stands.</param>
/// <param name="Line">The line it was made from, for messages: it holds no value.</param>
/// <param name="Key">The key; empty for a text and a command.</param>
/// <param name="Value">The value, text or command line.</param>
/// <param name="Secrets">What must not be shown of it; for a look-alike, what was made at random.</param>
internal sealed record CorpusSample(SampleKind Kind, string Line, string Key, string Value, IReadOnlyList<string> Secrets)
{
    /// <summary>Gets the arguments of a command.</summary>
    public IReadOnlyList<string> Arguments => ShellWords.Split(Value);

    public override string ToString() => Line;
}
