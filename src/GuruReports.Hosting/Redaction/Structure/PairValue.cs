namespace GuruReports.Hosting.Redaction.Structure;

/// <summary>The value behind a separator in a text.</summary>
/// <param name="Start">Where it begins, quotation marks left out.</param>
/// <param name="Length">How long it is.</param>
/// <param name="End">Where reading goes on.</param>
/// <param name="IsQuoted">Whether it stands in quotation marks or braces.</param>
internal readonly record struct PairValue(int Start, int Length, int End, bool IsQuoted)
{
    // Looked for at each bracket: without a bound a text full of open ones would take the square of its length.
    private const int LongestBrackets = 4096;

    /// <summary>Reads the value that begins at a place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The place.</param>
    public static PairValue At(string text, int start)
    {
        if (start >= text.Length)
        {
            return new PairValue(text.Length, 0, text.Length, false);
        }

        if (text[start] == '\\' && start + 1 < text.Length && text[start + 1] is '"' or '\'')
        {
            // \"password\":\"x\": JSON inside a string.
            return Quoted(text, start + 2, text[start + 1]);
        }

        return text[start] switch
        {
            '"' => Quoted(text, start + 1, '"'),
            '\'' => Quoted(text, start + 1, '\''),
            '[' when Closes(text, start, ']') => Quoted(text, start + 1, ']'),
            '{' when Closes(text, start, '}') && !text.AsSpan(start, text.IndexOf('}', start) - start).Contains('"') => Quoted(text, start + 1, '}'),
            _ => Bare(text, start),
        };
    }

    private static bool Closes(string text, int start, char bracket) =>
        text.AsSpan(start, Math.Min(LongestBrackets, text.Length - start)).Contains(bracket);

    /// <summary>Reads the rest of a line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="quote">The quotation mark that stands around name and value; <c>\0</c> when there is none.</param>
    public static PairValue Line(string text, int start, char quote)
    {
        if (start < text.Length && text[start] is '"' or '\'')
        {
            return At(text, start);
        }

        var end = start;
        while (end < text.Length && text[end] is not ('\n' or '\r') && (quote == '\0' || text[end] != quote))
        {
            end++;
        }

        return new PairValue(start, end - start, end, false);
    }

    private static PairValue Quoted(string text, int start, char quote)
    {
        // Inside \"…\" the closing quotation mark has a backslash too; elsewhere a backslash takes the next character with it.
        var isEscaped = start >= 2 && text[start - 2] == '\\';
        var end = start;
        while (end < text.Length && text[end] != '\n' && !(text[end] == quote && !IsDoubled(text, end, quote)))
        {
            var skip = text[end] == quote || (text[end] == '\\' && quote is '"' or '\'' && !isEscaped);
            end = Math.Min(end + (skip ? 2 : 1), text.Length);
        }

        var length = end - start;
        if (isEscaped && length > 0 && text[end - 1] == '\\')
        {
            length--;
        }

        return new PairValue(start, length, Math.Min(end + 1, text.Length), true);
    }

    private static bool IsDoubled(string text, int index, char quote) =>
        quote is '"' or '\'' or '}' && index + 1 < text.Length && text[index + 1] == quote;

    private static PairValue Bare(string text, int start)
    {
        var end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not (';' or ',' or '&' or '"' or '\'' or '<' or '>' or ')' or ']' or '}' or '|'))
        {
            end++;
        }

        return new PairValue(start, end - start, end, false);
    }
}
