using System.Buffers;
using GuruReports.Hosting.Redaction.Forms;

namespace GuruReports.Hosting.Redaction.Values;

/// <summary>Finds what follows the name of a scheme of HTTP authentication (<c>Bearer x</c>). Linear in the length of the text. Allocates nothing. Pure.</summary>
internal static class SchemeSecrets
{
    private const int Shortest = 6;
    private const int LongestWord = 20;

    private static readonly string[] s_names = ["bearer", "basic", "digest"];
    private static readonly SearchValues<string> s_schemes = SearchValues.Create(s_names, StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<char> s_value = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ._~+/-");

    /// <summary>Finds the secrets of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="spans">Takes what was found.</param>
    public static void Find(string text, SecretSpans spans)
    {
        var from = 0;
        while (from < text.Length && text.AsSpan(from).IndexOfAny(s_schemes) is >= 0 and var hit)
        {
            from = FindAt(text, from + hit, spans);
        }
    }

    // Returns where the search goes on.
    private static int FindAt(string text, int scheme, SecretSpans spans)
    {
        var behind = EndOfName(text, scheme);
        var start = SkipGap(text, behind);
        if (start == behind || (scheme > 0 && TokenShape.IsWordCharacter(text[scheme - 1])))
        {
            return behind;
        }

        start = start < text.Length && text[start] == '"' ? start + 1 : start;
        var rest = text.AsSpan(start);
        var length = rest.IndexOfAnyExcept(s_value) is >= 0 and var stop ? stop : rest.Length;
        if (length < Shortest)
        {
            return start;
        }

        length = rest[length..].IndexOfAnyExcept('=') is >= 0 and var padding ? length + padding : rest.Length;
        if (!IsWord(rest[..length]))
        {
            spans.Add(start, length);
        }

        return start + length;
    }

    private static int EndOfName(string text, int at)
    {
        foreach (var name in s_names)
        {
            if (text.AsSpan(at).StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return at + name.Length;
            }
        }

        return at + 1;
    }

    private static int SkipGap(string text, int at)
    {
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]) || text[at] == '+')
            {
                at++;
            }
            else if (text.AsSpan(at).StartsWith("%20", StringComparison.Ordinal))
            {
                at += 3;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    // "Basic authentication", "bearer tokens": prose has letters of one kind only.
    private static bool IsWord(ReadOnlySpan<char> text)
    {
        var rest = text.Length > 1 ? text[1..].TrimEnd('.') : text;
        return !rest.ContainsAnyExceptInRange('a', 'z')
            || (rest.Length < LongestWord && rest.Contains('-') && !rest.ContainsAnyInRange('0', '9') && !rest.ContainsAnyInRange('A', 'Z'));
    }
}
