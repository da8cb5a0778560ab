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

        for (var from = 0; from < text.Length && text.AsSpan(from).IndexOfAny('[', '(') is >= 0 and var open;)
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
        while (at < text.Length && (char.IsLetter(text[at]) || (text[at] == ' ' && at == mark + 3)))
        {
            at++;
        }

        var behind = at;
        for (var count = 0; count < 3 && at < text.Length && text[at] == ' '; count++)
        {
            at++;
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

    // [ApiKey, x] and (Password, x): how .NET writes pairs and tuples.
    private static int FindTuple(string text, int open, SecretSpans spans)
    {
        var start = open + 1;
        var name = text.AsSpan(start, Math.Min(LongestName, text.Length - start));
        var comma = name.IndexOf(", ", StringComparison.Ordinal);
        if (comma <= 0 || name[..comma].ContainsAny(' ', '=', '"') || KeyVerdicts.Of(name[..comma]) is not (KeyVerdict.Secret or KeyVerdict.Weak))
        {
            return start;
        }

        var from = start + comma + 2;
        var rest = text.AsSpan(from, Math.Min(4096, text.Length - from));
        var end = rest.IndexOf(text[open] == '[' ? ']' : ')');
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
