using System.Buffers;
using GuruReports.Hosting.Redaction.Forms;
using GuruReports.Hosting.Redaction.Keys;
using GuruReports.Hosting.Redaction.Values;

namespace GuruReports.Hosting.Redaction.Structure;

/// <summary>
/// Finds secrets that a sentence names: <c>the password is x</c>, <c>token 'x' was rejected</c>, <c>--password x</c>,
/// <c>[ApiKey, x]</c>. There, a plain word is a word: only what has the look of a password counts. Pure.
/// </summary>
internal static class ProseSecrets
{
    private const int LongestName = 64;
    private const int ShortestValue = 4;

    private static readonly SearchValues<string> s_marks = SearchValues.Create(
        ["password", "passwd", "passphrase", "passcode", "secret", "token", "credential", "pwd", "passwort", "kennwort", "api key", "apikey", "contrase", "mot de passe", "wachtwoord", "пароль", "senha"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly string[] s_fillers = ["is", "was", "are", "of", "value", "ist", "war", "est", "es", "be", "key", "named", "called", "to", "as", "for"];

    /// <summary>Finds the secrets of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="spans">Takes what was found.</param>
    public static void Find(string text, SecretSpans spans)
    {
        for (var from = 0; from < text.Length && text.AsSpan(from).IndexOfAny(s_marks) is >= 0 and var hit;)
        {
            from = FindBehind(text, from + hit, spans);
        }

        for (var from = 0; from < text.Length && text.AsSpan(from).IndexOfAny('[', '(', '{') is >= 0 and var open;)
        {
            from = FindTuple(text, from + open, spans);
        }

        for (var from = 0; text.IndexOf("--", from, StringComparison.Ordinal) is >= 0 and var dash;)
        {
            from = FindOption(text, dash + 2, spans);
        }
    }

    private static int FindBehind(string text, int mark, SecretSpans spans)
    {
        var at = mark;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '-' || (text[at] == ' ' && at == mark + 3 && text[at - 1] is 'i' or 'I')))
        {
            at++;
        }

        var behind = at;
        for (var count = 0; count < 3 && at < text.Length && text[at] is ' ' or '\t'; count++)
        {
            while (at < text.Length && text[at] is ' ' or '\t')
            {
                at++;
            }

            if (!IsFiller(text, at, out var length))
            {
                break;
            }

            at += length;
        }

        if (at == behind || at >= text.Length)
        {
            return behind;
        }

        var value = PairValue.At(text, at);
        if (value.Length >= ShortestValue && IsPassword(text.AsSpan(value.Start, value.Length), value.IsQuoted))
        {
            spans.Add(value.Start, value.Length);
            return value.End;
        }

        return behind;
    }

    private static bool IsFiller(string text, int at, out int length)
    {
        var rest = text.AsSpan(at);
        length = rest.IndexOfAnyExceptInRange('a', 'z') is >= 0 and var end ? end : rest.Length;
        foreach (var filler in s_fillers)
        {
            if (length > 0 && rest[..length].SequenceEqual(filler))
            {
                return true;
            }
        }

        return false;
    }

    // [ApiKey, x] and (Password, x): how .NET writes pairs and tuples; { "password", "x" }: how its source does.
    private static int FindTuple(string text, int open, SecretSpans spans)
    {
        var start = open + 1 < text.Length && text[open + 1] == ' ' ? open + 2 : open + 1;
        var name = text.AsSpan(start, Math.Min(LongestName, text.Length - start));
        var comma = name.IndexOf(", ", StringComparison.Ordinal);
        var word = comma > 0 ? name[..comma].Trim("\"'") : [];
        if (word.IsEmpty || word.ContainsAny(' ', '=', '"') || KeyVerdicts.Of(word) is not (KeyVerdict.Secret or KeyVerdict.Weak))
        {
            return start;
        }

        var from = start + comma + 2;
        var rest = text.AsSpan(from, Math.Min(4096, text.Length - from));
        var end = rest.IndexOf(text[open] switch { '[' => ']', '(' => ')', _ => '}' });
        var quoted = end > 0 && rest[0] is '"' or '\'' ? rest[1..end].IndexOf(rest[0]) : -1;
        if (quoted > 0 && IsPassword(rest.Slice(1, quoted), isQuoted: true))
        {
            spans.Add(from + 1, quoted);
            return from + end;
        }

        if (end > 0 && !rest[..end].Contains(", ", StringComparison.Ordinal) && IsPassword(rest[..end], isQuoted: false))
        {
            spans.Add(from, end);
            return from + end;
        }

        return from;
    }

    private static int FindOption(string text, int start, SecretSpans spans)
    {
        var end = start;
        while (end < text.Length && end - start < LongestName && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '_' or '.' or ':'))
        {
            end++;
        }

        if (end == start || end + 1 >= text.Length || text[end] != ' ' || text[end + 1] == '-')
        {
            return Math.Max(end, start);
        }

        var verdict = KeyVerdicts.Of(text.AsSpan(start, end - start));
        var value = PairValue.At(text, end + 1);
        var content = text.AsSpan(value.Start, value.Length);
        if (verdict is KeyVerdict.Secret or KeyVerdict.Weak && value.Length > 0 && !SecretValues.IsTrivial(content) && !SecretValues.IsShown(content))
        {
            spans.Add(value.Start, value.Length);
        }

        return Math.Max(value.End, end);
    }

    private static bool IsPassword(ReadOnlySpan<char> value, bool isQuoted)
    {
        value = value.TrimEnd(".!?");
        return value.Length >= ShortestValue && !value.Contains(' ') && SecretValues.IsMixed(value) && !SecretValues.IsShown(value) && (isQuoted || value.ContainsAnyInRange('0', '9'));
    }
}
