using System.Buffers;

namespace GuruReports.Hosting.Redaction;

/// <summary>
/// Finds secrets that stand behind their name in a text: <c>Password=x;</c>, <c>"token": "x"</c>, <c>--api-key=x</c>, <c>?sig=x</c>.
/// Linear in the length of the text. Pure.
/// </summary>
internal static class PairSecrets
{
    private const int LongestKey = 64;

    private static readonly SearchValues<string> s_hints = SearchValues.Create(
        ["pass", "pwd", "secret", "token", "key", "cred", "auth", "sas", "sig", "jwt", "connstr", "connectionstring", "cookie", "code=", "otp", "pin", "dsn", "salt"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Finds the secrets of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="spans">Takes what was found.</param>
    public static void Find(string text, SecretSpans spans)
    {
        if (!text.AsSpan().ContainsAny(s_hints))
        {
            return;
        }

        var index = 0;
        while (index < text.Length)
        {
            var next = text.AsSpan(index).IndexOfAny('=', ':');
            if (next < 0)
            {
                return;
            }

            index += next;
            index = FindAt(text, index, spans);
        }
    }

    private static int FindAt(string text, int separator, SecretSpans spans)
    {
        var key = PairKey.Before(text, separator);
        if (key.Text.IsEmpty || !key.Text.ContainsAny(s_hints) || !IsSecret(text, key, separator))
        {
            return separator + 1;
        }

        var value = ValueBehind(text, key, separator);
        if (value.Length == 0 || SecretValues.IsTrivial(text.AsSpan(value.Start, value.Length)))
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

    private static PairValue ValueBehind(string text, PairKey key, int separator)
    {
        var start = separator + 1;
        while (start < text.Length && text[start] is ' ' or '\t' or '>' or '=')
        {
            start++;
        }

        // A header's value is the rest of its line: "Authorization: Custom a b c".
        return text[separator] == ':' && key.IsHeader ? PairValue.Line(text, start) : PairValue.At(text, start);
    }

    private static bool IsSecret(string text, PairKey key, int separator)
    {
        if (key.IsQueryParameter(text, separator) && key.Text is "sig" or "signature" or "code" or "key" or "auth")
        {
            return true;
        }

        if (key.Text is "PWD")
        {
            // A working directory where an environment is quoted, a password in a connection string.
            return separator + 1 < text.Length && text[separator + 1] != '/';
        }

        return KeyClassifier.Classify(key.Text.ToString()) switch
        {
            KeyVerdict.Secret => true,
            KeyVerdict.Weak => text[separator] == '=' && !key.Text.Equals("key", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
    }

    private static bool IsSomethingElse(string text, PairKey key, int separator, PairValue value)
    {
        var word = text.AsSpan(value.Start, value.Length);
        if (text[separator] == '=')
        {
            // A lambda: token => token.Id.
            return separator + 1 < text.Length && text[separator + 1] == '>';
        }

        if (!key.IsQuoted && value.Start == separator + 1 && word.Length <= 5 && !word.ContainsAnyExceptInRange('0', '9'))
        {
            // token-service:8080 and TokenService.cs:52.
            return true;
        }

        return IsProse(text, value, word);
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
