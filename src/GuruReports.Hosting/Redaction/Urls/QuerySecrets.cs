using System.Buffers;
using System.Collections.Frozen;
using GuruReports.Hosting.Redaction.Forms;
using GuruReports.Hosting.Redaction.Keys;
using GuruReports.Hosting.Redaction.Values;

namespace GuruReports.Hosting.Redaction.Urls;

/// <summary>Finds the parameters of URLs and forms that are secret by their name: <c>?code=x</c>, <c>&amp;sig=x</c>. Pure.</summary>
internal static class QuerySecrets
{
    private const int ShortestCode = 6;
    private const int LongestName = 64;

    // Names that carry a secret in a query and mean something else elsewhere.
    private static readonly FrozenSet<string> s_names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "sig", "signature", "code", "key", "auth", "k", "sid", "session", "sessionid", "session_id", "jsessionid", "phpsessid", "ticket", "assertion", "client_assertion", "samlresponse", "samlart", "hmac",
        "x-amz-signature", "x-amz-credential", "x-goog-signature", "x-goog-credential", "id_token_hint", "login_ticket", "otp", "pin", "magic", "invite", "confirmation", "ct", "st", "p", "pw", "t");

    private static readonly SearchValues<char> s_noName = SearchValues.Create(" &?;\"'");
    private static readonly SearchValues<char> s_ends = SearchValues.Create(" &\"'<>#;,)\n\r\t");

    /// <summary>Finds the secrets of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="spans">Takes what was found.</param>
    public static void Find(string text, SecretSpans spans)
    {
        for (var from = 0; from < text.Length && text.AsSpan(from).IndexOfAny("?&#") is >= 0 and var hit;)
        {
            from = FindAt(text, from + hit + 1, spans);
        }
    }

    private static int FindAt(string text, int start, SecretSpans spans)
    {
        var rest = text.AsSpan(start, Math.Min(LongestName, text.Length - start));
        var equals = rest.IndexOf('=');
        if (equals <= 0 || rest[..equals].ContainsAny(s_noName))
        {
            return start;
        }

        var from = start + equals + 1;
        var length = text.AsSpan(from).IndexOfAny(s_ends) is >= 0 and var end ? end : text.Length - from;
        var value = text.AsSpan(from, length);
        if (IsSecret(rest[..equals], value))
        {
            spans.Add(from, length);
        }

        return from + length;
    }

    private static bool IsSecret(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (SecretValues.IsTrivial(value))
        {
            return false;
        }

        if (s_names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
        {
            var isShort = name.Length <= 2;
            return isShort ? RandomWords.IsRandom(value) : name is "sig" or "signature" || (value.Length >= ShortestCode && (SecretValues.IsMixed(value) || value.ContainsAny('-', '_')) && !SecretValues.IsShown(value));
        }

        return KeyVerdicts.Of(name) switch
        {
            KeyVerdict.Secret => true,
            KeyVerdict.Weak => !SecretValues.IsShown(value),
            KeyVerdict.Identity => false,
            _ => RandomWords.IsRandom(value),
        };
    }
}
