using System.Buffers;
using System.Text;
using GuruReports.Hosting.Redaction.Forms;
using GuruReports.Hosting.Redaction.Keys;
using GuruReports.Hosting.Redaction.Structure;
using GuruReports.Hosting.Redaction.Values;

namespace GuruReports.Hosting.Redaction.Urls;

/// <summary>Masks the secret parts of a connection string, or all of one that is not understood. Pure.</summary>
internal static class ConnectionStrings
{
    private static readonly SearchValues<char> s_unlikelyInPlaces = SearchValues.Create(" \t=\"'$%!@+");

    /// <summary>Masks a connection string.</summary>
    /// <param name="value">The connection string.</param>
    /// <param name="secret">Is told each secret part.</param>
    /// <returns>The connection string as it may be shown.</returns>
    public static string Redact(string value, Action<string> secret)
    {
        if (value.Contains("://", StringComparison.Ordinal))
        {
            return RedactUrl(value, secret);
        }

        var separator = value.Contains(';') ? ';' : value.Contains(',') ? ',' : HasPairBeforeBlank(value) ? ' ' : ';';
        var result = new StringBuilder(value.Length);
        var position = 0;
        var pairs = 0;
        while (position < value.Length)
        {
            var end = EndOfPart(value, position, separator);
            if (AppendPart(value[position..end], result, secret) is not { } isPair)
            {
                secret(value);
                return SecretRedactor.Mask;
            }

            pairs += isPair ? 1 : 0;
            if (end < value.Length)
            {
                result.Append(separator);
            }

            position = end + 1;
        }

        if (pairs == 0 && !IsFileOrHost(value))
        {
            secret(value);
            return SecretRedactor.Mask;
        }

        return result.ToString();
    }

    // "host=h user=u", but "Data Source=/var/lib/app.db".
    private static bool HasPairBeforeBlank(string value) => value.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank && value.AsSpan(0, blank).Contains('=');

    // Appends one part; true for name=value, false for a part without a name, null when it cannot be shown.
    private static bool? AppendPart(string part, StringBuilder result, Action<string> secret)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            result.Append(part);
            return part.Trim().Length == 0 || IsFileOrHost(part) ? false : null;
        }

        var name = part[..equals];
        var content = part[(equals + 1)..];
        result.Append(name).Append('=');
        if (KeyClassifier.Classify($"connection:{name}") is KeyVerdict.Harmless or KeyVerdict.Identity or KeyVerdict.SecretUnlessMeasure)
        {
            result.Append(content);
            return true;
        }

        var bare = content.Trim().Trim('"', '\'', '{', '}');
        if (SecretValues.IsTrivial(bare))
        {
            result.Append(content);
            return true;
        }

        secret(bare);
        result.Append(SecretRedactor.Mask);
        return true;
    }

    private static string RedactUrl(string value, Action<string> secret)
    {
        var spans = new SecretSpans();
        UrlSecrets.Find(value, spans);
        PairSecrets.Find(value, spans);
        foreach (var (start, end) in spans.All)
        {
            var found = value[start..end];
            secret(found);
            secret(Uri.UnescapeDataString(found));
        }

        return spans.Apply(value);
    }

    private static int EndOfPart(string value, int start, char separator)
    {
        var quote = '\0';
        for (var index = start; index < value.Length; index++)
        {
            var character = value[index];
            if (quote != '\0')
            {
                quote = character == quote ? '\0' : quote;
            }
            else if (character is '"' or '\'' && IsValueStart(value, index))
            {
                quote = value.IndexOf(character, index + 1) < 0 ? '\0' : character;
            }
            else if (character == '{' && IsValueStart(value, index))
            {
                quote = value.IndexOf('}', index + 1) < 0 ? '\0' : '}';
            }
            else if (character == separator)
            {
                return index;
            }
        }

        return value.Length;
    }

    private static bool IsValueStart(string value, int index)
    {
        while (index > 0 && value[index - 1] == ' ')
        {
            index--;
        }

        return index > 0 && value[index - 1] == '=';
    }

    // localhost:6379, /var/lib/app.db, [::1]:11211: nothing that a secret looks like.
    private static bool IsFileOrHost(string part)
    {
        var text = part.AsSpan().Trim();
        if (text.Length > 128 || text.ContainsAny(s_unlikelyInPlaces))
        {
            return false;
        }

        if (text.StartsWith("/") || text.StartsWith("./") || text.Contains('\\') || text.Equals("localhost", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var looksRandom = text.Length >= 16 && text.ContainsAnyInRange('a', 'z') && text.ContainsAnyInRange('A', 'Z') && text.ContainsAnyInRange('0', '9');
        return !looksRandom && text.ContainsAny('.', ':');
    }
}
