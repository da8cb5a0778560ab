using System.Buffers;
using GuruReports.Hosting.Redaction.Forms;

namespace GuruReports.Hosting.Redaction.Urls;

/// <summary>Finds passwords in the logins of URLs (<c>amqp://user:password@host</c>). Pure.</summary>
internal static class UrlSecrets
{
    private const int LongestUserInfo = 1024;

    private static readonly SearchValues<char> s_ends = SearchValues.Create(" \t\r\n\u00a0\"'<>`|\\");

    /// <summary>Finds the passwords of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="spans">Takes what was found.</param>
    public static void Find(string text, SecretSpans spans)
    {
        var from = 0;
        while (text.IndexOf("://", from, StringComparison.Ordinal) is >= 0 and var at)
        {
            from = at + 3;
            FindOne(text, from, spans);
        }
    }

    private static void FindOne(string text, int start, SecretSpans spans)
    {
        var url = text.AsSpan(start, Math.Min(text.Length - start, LongestUserInfo));
        url = url.IndexOfAny(s_ends) is >= 0 and var end ? url[..end] : url;
        if (!url.Contains('@'))
        {
            return;
        }

        var authority = url.IndexOfAny('/', '?', '#') is >= 0 and var slash ? url[..slash] : url;
        var at = authority.LastIndexOf('@');
        if (at < 0)
        {
            at = FindUnescaped(url, authority);
        }

        if (at < 0)
        {
            return;
        }

        var user = url[..at];
        var colon = user.IndexOf(':');
        if (colon >= 0)
        {
            spans.Add(start + colon + 1, at - colon - 1);
        }
        else if (LooksLikeToken(user))
        {
            // https://<token>@host: the token stands where the user does.
            spans.Add(start, at);
        }
    }

    // A password with an unescaped / ? or #: user:pa/ss@host. Not http://host:8080/path@version, whose colon begins a port.
    private static int FindUnescaped(ReadOnlySpan<char> url, ReadOnlySpan<char> authority)
    {
        var at = url.LastIndexOf('@');
        var colon = authority.IndexOf(':');
        if (at < 0 || colon < 0 || colon > at)
        {
            return -1;
        }

        var port = authority[(colon + 1)..];
        return port.IsEmpty || port.ContainsAnyExceptInRange('0', '9') ? at : -1;
    }

    private static bool LooksLikeToken(ReadOnlySpan<char> user) =>
        user.Length >= 16 && user.ContainsAnyInRange('0', '9') && !user.Contains('.');
}
