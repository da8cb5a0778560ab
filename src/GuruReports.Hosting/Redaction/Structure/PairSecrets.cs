using System.Buffers;
using GuruReports.Hosting.Redaction.Forms;
using GuruReports.Hosting.Redaction.Keys;
using GuruReports.Hosting.Redaction.Values;

namespace GuruReports.Hosting.Redaction.Structure;

/// <summary>
/// Finds secrets that stand behind their name in a text: <c>Password=x;</c>, <c>"token": "x"</c>, <c>--api-key=x</c>,
/// <c>{"name":"DB_PASSWORD","value":"x"}</c>. Linear in the length of the text. Pure.
/// </summary>
internal static class PairSecrets
{
    private const int LongestPart = 128;

    // The colon of East Asian texts too.
    private static readonly SearchValues<char> s_separators = SearchValues.Create("=:：");
    private static readonly SearchValues<char> s_partEnds = SearchValues.Create(":=;,&\"'<>)]}| \t\r\n");
    private static readonly SearchValues<char> s_blank = SearchValues.Create(" \t\u3000");

    /// <summary>Finds the secrets of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="spans">Takes what was found.</param>
    public static void Find(string text, SecretSpans spans)
    {
        var named = new NamedValue(text);
        var index = 0;
        while (index < text.Length && text.AsSpan(index).IndexOfAny(s_separators) is >= 0 and var next)
        {
            index = FindAt(text, index + next, ref named, spans);
        }
    }

    private static int FindAt(string text, int separator, ref NamedValue named, SecretSpans spans)
    {
        var key = PairKey.Before(text, separator);
        if (key.Text.IsEmpty)
        {
            return separator + 1;
        }

        if (IsInsideName(text, separator) || (text[separator] == ':' && separator + 1 < text.Length && text[separator + 1] == '='))
        {
            return separator + 1;
        }

        if (NamedValue.IsPart(key.Text) && key.Verdict is not KeyVerdict.Secret)
        {
            return TakeNamed(text, separator, key, ref named, spans);
        }

        if (key.Verdict is KeyVerdict.Identity && ValueBehind(text, key, separator) is { Length: > 0 } known)
        {
            spans.Know(known.Start, known.Length);
            return separator + 1;
        }

        if (!IsSecret(text, key, separator))
        {
            return key.Verdict is KeyVerdict.Harmless ? TakeRandom(text, separator, key, spans) : separator + 1;
        }

        if (IsNameOfParts(text, key, separator))
        {
            return separator + 1;
        }

        var value = ValueBehind(text, key, separator);
        if (value.Length == 0 || IsHarmless(key.Text, key.Verdict, text.AsSpan(value.Start, value.Length)))
        {
            return Math.Max(value.End, separator + 1);
        }

        if (!value.IsQuoted && IsSomethingElse(text, key, separator, value))
        {
            return separator + 1;
        }

        spans.Add(value.Start, value.Length);
        return value.End;
    }

    private static int TakeNamed(string text, int separator, PairKey key, ref NamedValue named, SecretSpans spans)
    {
        var value = ValueBehind(text, key, separator);
        if (value.Length == 0)
        {
            return separator + 1;
        }

        if (named.Take(key, value, out var verdict) is { } content)
        {
            var shown = text.AsSpan(content.Start, content.Length);
            if (verdict is KeyVerdict.Identity)
            {
                spans.Know(content.Start, content.Length);
            }
            else if (!IsHarmless(named.Name, verdict, shown) && verdict is not KeyVerdict.ConnectionString)
            {
                spans.Add(content.Start, content.Length);
            }
        }

        // What names a setting is no pair of its own.
        return value.IsQuoted && NamedValue.IsWord(text.AsSpan(value.Start, value.Length)) ? value.End : separator + 1;
    }

    // A whole value in quotation marks has signs too that no word of a text has.
    private static int TakeRandom(string text, int separator, PairKey key, SecretSpans spans)
    {
        if (separator + 1 < text.Length && (key.IsQuoted || text[separator] == '='))
        {
            var value = ValueBehind(text, key, separator);
            if (SecretValues.IsRandom(text.AsSpan(value.Start, value.Length)))
            {
                spans.Add(value.Start, value.Length);
            }
        }

        return separator + 1;
    }

    // "Jwt:Issuer": a colon inside a name in quotation marks.
    private static bool IsInsideName(string text, int separator)
    {
        var end = separator + 1;
        while (end < text.Length && end - separator < 96 && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-' or '.' or ':'))
        {
            end++;
        }

        if (text[separator] != ':' || end == separator + 1 || end + 1 >= text.Length || text[end] is not ('"' or '\''))
        {
            return false;
        }

        var behind = text.AsSpan(end + 1).TrimStart(' ');
        return behind is [':' or '=', ..];
    }

    private static PairValue ValueBehind(string text, PairKey key, int separator)
    {
        var start = separator + 1;
        while (start < text.Length && (s_blank.Contains(text[start]) || (text[separator] == '=' && text[start] is '>' or '=')))
        {
            start++;
        }

        // A header's value is the rest of its line: "Authorization: Custom a b c".
        if (text[separator] == ':' && key.IsHeader)
        {
            return PairValue.Line(text, start, key.Start > 0 && text[key.Start - 1] is '"' or '\'' ? text[key.Start - 1] : '\0');
        }

        return PairValue.At(text, start);
    }

    private static bool IsSecret(string text, PairKey key, int separator)
    {
        return key.Verdict switch
        {
            KeyVerdict.Secret => true,
            KeyVerdict.Weak => text[separator] == '=' || key.IsQuoted || (separator + 1 < text.Length && s_blank.Contains(text[separator + 1]) && key.BeginsLine(text) && !key.Text.Contains(' ')),
            _ => false,
        };
    }

    private static bool IsHarmless(ReadOnlySpan<char> name, KeyVerdict verdict, ReadOnlySpan<char> value)
    {
        var isPlural = name.Length > 0 && name[^1] is 's' or 'S';
        return SecretValues.IsTrivial(value) || value is "{" or "[" or "(" or "|" or ">" || value is "default" || (isPlural && SecretValues.IsCount(value)) || SecretValues.IsPublic(value) || IsDirectory(name, value)
            || (verdict is KeyVerdict.Weak && SecretValues.IsShown(value));
    }

    // A working directory where an environment is quoted, a password in a connection string.
    private static bool IsDirectory(ReadOnlySpan<char> name, ReadOnlySpan<char> value) => name is "PWD" && value.StartsWith("/");

    private static bool IsSomethingElse(string text, PairKey key, int separator, PairValue value)
    {
        var word = text.AsSpan(value.Start, value.Length);
        if (text[separator] == '=')
        {
            // A lambda: token => token.Id. A comparison: token == null. A mode: credentials=include.
            var isMode = key.Text[^1] is 's' && !word.ContainsAnyExceptInRange('a', 'z') && word.Length < 12;
            return (separator + 1 < text.Length && text[separator + 1] is '>' or '=') || (isMode && key.Text.EndsWith("credentials", StringComparison.OrdinalIgnoreCase));
        }

        if (!key.IsQuoted && value.Start == separator + 1 && word.Length <= 5 && !word.ContainsAnyExceptInRange('0', '9'))
        {
            // token-service:8080 and TokenService.cs:52.
            return true;
        }

        // "auth: ok", "Token: Identifier": a state or a kind, where a colon and a plain word are all there is.
        var isDoubtful = !key.IsQuoted && !key.IsHeader && !IsNumber(key.Text, word) && (key.Verdict is KeyVerdict.Weak || key.Text.EndsWith("token", StringComparison.OrdinalIgnoreCase));
        return (isDoubtful && !SecretValues.IsMixed(word) && word.Length < RandomWords.Shortest) || IsProse(text, value, word);
    }

    // PIN: 4711.
    private static bool IsNumber(ReadOnlySpan<char> name, ReadOnlySpan<char> word) =>
        word.Length is >= 4 and <= 10 && !word.ContainsAnyExceptInRange('0', '9') && (name.EndsWith("pin", StringComparison.OrdinalIgnoreCase) || name.EndsWith("otp", StringComparison.OrdinalIgnoreCase));

    // Auth:TokenLifetime: a setting's name, not a name with a value. Looks no further than to the next separator, so that a row of them is read once.
    private static bool IsNameOfParts(string text, PairKey key, int separator)
    {
        if (text[separator] != ':' || key.IsQuoted || separator + 1 >= text.Length || !char.IsLetter(text[separator + 1]))
        {
            return false;
        }

        var rest = text.AsSpan(separator + 1, Math.Min(LongestPart, text.Length - separator - 1));
        var part = rest.IndexOfAny(s_partEnds) is >= 0 and var end ? rest[..end] : rest;
        return !SecretValues.IsMixed(part);
    }

    // "password: must be longer" is prose; "password: hunter2" and a value that ends its line are not.
    private static bool IsProse(string text, PairValue value, ReadOnlySpan<char> word)
    {
        if (word.StartsWith("System.", StringComparison.Ordinal))
        {
            return true;
        }

        return !word[1..].ContainsAnyExceptInRange('a', 'z') && value.End + 1 < text.Length && text[value.End] == ' ' && char.IsAsciiLetterOrDigit(text[value.End + 1]);
    }
}
