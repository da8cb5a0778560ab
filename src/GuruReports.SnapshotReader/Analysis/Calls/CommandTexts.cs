using System.Text;

namespace GuruReports.SnapshotReader.Analysis.Calls;

/// <summary>
/// Shows what a command does and none of its values: every literal becomes a question mark, comments are left out. What can be a
/// literal in one database and a name in another is a literal, except behind a word that only a name can follow.
/// </summary>
internal static class CommandTexts
{
    private const int MostLetters = 200;
    private static readonly HashSet<string> s_beforeNames = new(StringComparer.OrdinalIgnoreCase) { "FROM", "JOIN", "INTO", "UPDATE", "TABLE" };

    public static string Shape(string text)
    {
        var result = new StringBuilder();
        var word = "";
        for (var at = 0; at < text.Length && result.Length < MostLetters;)
        {
            var letter = text[at];
            if (char.IsWhiteSpace(letter))
            {
                at++;
                Space(result);
            }
            else if (Comment(text, at) is var comment and > 0)
            {
                at += comment;
                Space(result);
            }
            else if (letter is '\'' or '"' or '`' or '$' && Quoted(text, at) is var length and > 0)
            {
                var isName = letter == '`' || (letter == '"' && (s_beforeNames.Contains(word) || result is [.., '.']));
                result.Append(isName ? text.AsSpan(at, length) : "?");
                at += length;
                word = "";
            }
            else if (char.IsLetter(letter) || letter is '_' or '@' or ':' or '$')
            {
                var end = at + 1;
                while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '$'))
                {
                    end++;
                }

                word = text[at..end];

                // E'…', N'…', X'…': the letter belongs to the literal.
                if (end == text.Length || text[end] != '\'')
                {
                    result.Append(word);
                }

                at = end;
            }
            else if (char.IsDigit(letter))
            {
                while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '.' or '_'))
                {
                    at++;
                }

                result.Append('?');
            }
            else
            {
                result.Append(letter);
                at++;
            }
        }

        return result.ToString().Trim() + (result.Length >= MostLetters ? "…" : "");
    }

    private static void Space(StringBuilder result)
    {
        if (result.Length > 0 && result[^1] != ' ')
        {
            result.Append(' ');
        }
    }

    private static int Comment(string text, int at)
    {
        var (isLine, isBlock) = (text.AsSpan(at).StartsWith("--") || text[at] == '#', text.AsSpan(at).StartsWith("/*"));
        var end = isLine ? text.IndexOf('\n', at) : isBlock ? text.IndexOf("*/", at + 2, StringComparison.Ordinal) : -1;
        return !isLine && !isBlock ? 0 : end < 0 ? text.Length - at : end - at + (isBlock ? 2 : 1);
    }

    // A quote within is doubled; a text that was cut off ends within its literal.
    private static int Quoted(string text, int at)
    {
        if (text[at] == '$')
        {
            var tag = text.IndexOf('$', at + 1);
            if (tag < 0 || text.AsSpan(at + 1, tag - at - 1).ContainsAnyExcept(s_tag) || (tag > at + 1 && char.IsDigit(text[at + 1])))
            {
                return 0;
            }

            var close = text.IndexOf(text[at..(tag + 1)], tag + 1, StringComparison.Ordinal);
            return close < 0 ? text.Length - at : close + (tag + 1 - at) - at;
        }

        for (var end = at + 1; end < text.Length; end++)
        {
            // In some databases it makes the quote a part of the literal and in others not: what follows may be either.
            if (text[end] == '\\' && end + 1 < text.Length && text[end + 1] == text[at])
            {
                return text.Length - at;
            }

            if (text[end] == text[at])
            {
                if (end + 1 == text.Length || text[end + 1] != text[at])
                {
                    return end + 1 - at;
                }

                end++;
            }
        }

        return text.Length - at;
    }

    private static readonly System.Buffers.SearchValues<char> s_tag = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
}
