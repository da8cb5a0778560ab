namespace GuruReports.Hosting.Redaction;

/// <summary>The name before a separator in a text.</summary>
internal readonly ref struct PairKey
{
    private const int LongestKey = 64;
    private const int MostBlanks = 2;

    private PairKey(ReadOnlySpan<char> text, int start, bool isQuoted)
    {
        Text = text;
        Start = start;
        IsQuoted = isQuoted;
    }

    /// <summary>Gets the name; of a dotted name the last part.</summary>
    public ReadOnlySpan<char> Text { get; }

    /// <summary>Gets whether it stands in quotation marks.</summary>
    public bool IsQuoted { get; }

    /// <summary>Gets whether it is the name of an HTTP header whose whole line is secret.</summary>
    public bool IsHeader => Text.EndsWith("authorization", StringComparison.OrdinalIgnoreCase) || Text.EndsWith("cookie", StringComparison.OrdinalIgnoreCase);

    private int Start { get; }

    /// <summary>Reads the name that ends before a separator.</summary>
    /// <param name="text">The text.</param>
    /// <param name="separator">Where the separator stands.</param>
    public static PairKey Before(string text, int separator)
    {
        var end = separator;
        while (end > 0 && text[end - 1] is ' ' or '"' or '\'' or '\\' or ']')
        {
            end--;
        }

        var isQuoted = end < separator && text[separator - 1] is '"' or '\'' or ']';
        var start = end;
        var blanks = 0;
        while (start > 0 && end - start < LongestKey && IsPart(text, start - 1, ref blanks))
        {
            start--;
        }

        var name = text.AsSpan(start, end - start);
        var dot = name.LastIndexOf('.');
        if (dot >= 0)
        {
            start += dot + 1;
            name = name[(dot + 1)..];
        }

        var trimmed = name.TrimStart(" -_");
        return new PairKey(trimmed, start + name.Length - trimmed.Length, isQuoted);
    }

    /// <summary>Returns whether the name is that of a parameter of a URL.</summary>
    /// <param name="text">The text in which it was found.</param>
    /// <param name="separator">Where the separator stands.</param>
    public bool IsQueryParameter(string text, int separator) =>
        text[separator] == '=' && Start > 0 && text[Start - 1] is '?' or '&' or ';';

    // "User Password=x" and "Shared Access Key: x": a few blanks inside a name are part of it.
    private static bool IsPart(string text, int index, ref int blanks)
    {
        var character = text[index];
        if (char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.')
        {
            return true;
        }

        return character == ' ' && index > 0 && char.IsAsciiLetter(text[index - 1]) && index + 1 < text.Length && char.IsAsciiLetter(text[index + 1])
            && ++blanks <= MostBlanks;
    }
}
