using GuruReports.Hosting.Redaction.Keys;

namespace GuruReports.Hosting.Redaction.Structure;

/// <summary>The name before a separator in a text.</summary>
internal readonly ref struct PairKey
{
    private const int LongestKey = 96;
    private const int MostBlanks = 2;

    private PairKey(ReadOnlySpan<char> text, int start, bool isQuoted)
    {
        Text = text;
        Start = start;
        IsQuoted = isQuoted;
    }

    /// <summary>Gets the name.</summary>
    public ReadOnlySpan<char> Text { get; }

    /// <summary>Gets whether it stands in quotation marks.</summary>
    public bool IsQuoted { get; }

    /// <summary>Gets where it begins.</summary>
    public int Start { get; }

    /// <summary>Gets whether it is the name of an HTTP header whose whole line is secret.</summary>
    public bool IsHeader => Text.EndsWith("authorization", StringComparison.OrdinalIgnoreCase) || Text.EndsWith("cookie", StringComparison.OrdinalIgnoreCase);

    /// <summary>Gets what the name tells of the value.</summary>
    public KeyVerdict Verdict => Text.Contains(' ') ? VerdictOfWords() : KeyVerdicts.Of(Text);

    /// <summary>Reads the name that ends before a separator.</summary>
    /// <param name="text">The text.</param>
    /// <param name="separator">Where the separator stands.</param>
    public static PairKey Before(string text, int separator)
    {
        var end = separator > 0 && text[separator] == '=' && text[separator - 1] == ':' ? separator - 1 : separator;
        while (end > 0 && text[end - 1] is ' ' or '\t' or '"' or '\'' or '\\' or ']')
        {
            end--;
        }

        var isQuoted = end < separator && text.AsSpan(end, separator - end).ContainsAny("\"']");
        var start = end;
        var blanks = 0;
        while (start > 0 && end - start < LongestKey && IsPart(text, start - 1, isQuoted || text[separator] == '=', ref blanks))
        {
            start--;
        }

        var name = text.AsSpan(start, end - start);
        var trimmed = name.TrimStart(" -_.:");
        return new PairKey(trimmed, start + name.Length - trimmed.Length, isQuoted);
    }

    /// <summary>Returns whether the name begins its line, but for blanks and the dash of a list.</summary>
    /// <param name="text">The text in which it was found.</param>
    public bool BeginsLine(string text)
    {
        var at = Start;
        while (at > 0 && text[at - 1] is ' ' or '\t' or '-' or '"' or '\'')
        {
            at--;
        }

        return at == 0 || text[at - 1] is '\n' or '\r';
    }

    // "the secret of success: work" names no secret, "Shared Access Key: x" does: the last word decides.
    private KeyVerdict VerdictOfWords()
    {
        var verdict = KeyVerdicts.Of(Text);
        return verdict is KeyVerdict.Weak || (verdict is KeyVerdict.Secret && !KeyClassifier.EndsSecret(Text.ToString())) ? KeyVerdict.Harmless : verdict;
    }

    // "User Password=x" and "Shared Access Key: x": a few blanks inside a name are part of it.
    private static bool IsPart(string text, int index, bool mayHoldColons, ref int blanks)
    {
        var character = text[index];
        if (char.IsLetterOrDigit(character) || character is '_' or '-' or '.' || (character == ':' && mayHoldColons && IsBetween(text, index)))
        {
            return true;
        }

        return character == ' ' && IsInside(text, index) && ++blanks <= MostBlanks;
    }

    private static bool IsBetween(string text, int index) =>
        index > 0 && char.IsLetterOrDigit(text[index - 1]) && index + 1 < text.Length && char.IsLetterOrDigit(text[index + 1]);

    private static bool IsInside(string text, int index) =>
        index > 0 && char.IsLetter(text[index - 1]) && index + 1 < text.Length && char.IsLetter(text[index + 1]);
}
