using System.Buffers;
using GuruReports.Hosting.Redaction.Forms;
using GuruReports.Hosting.Redaction.Values;

namespace GuruReports.Hosting.Redaction.Urls;

/// <summary>Finds passwords in a login without a scheme: <c>user:password@host:5432</c>. Pure.</summary>
internal static class LoginSecrets
{
    private const int LongestLogin = 256;
    private const int LongestPort = 5;

    private static readonly SearchValues<char> s_before = SearchValues.Create(" \t\r\n\"'<>(,;=");

    /// <summary>Finds the passwords of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="spans">Takes what was found.</param>
    public static void Find(string text, SecretSpans spans)
    {
        for (var from = 0; text.IndexOf('@', from) is >= 0 and var at; from = at + 1)
        {
            FindAt(text, Math.Max(from, at - LongestLogin), at, spans);
        }
    }

    private static void FindAt(string text, int floor, int at, SecretSpans spans)
    {
        var login = text.AsSpan(floor, at - floor);
        login = login[(login.LastIndexOfAny(s_before) + 1)..];
        if (IsOracle(text, at, login) && login.LastIndexOf('/') is > 0 and var slash && slash + 1 < login.Length)
        {
            spans.Add(at - login.Length + slash + 1, login.Length - slash - 1);
            return;
        }

        var colon = login.IndexOf(':');
        if (colon <= 0 || colon + 1 == login.Length || login.Contains("//", StringComparison.Ordinal) || !IsUser(login[..colon]))
        {
            return;
        }

        var password = login[(colon + 1)..];
        if (IsHost(text, at + 1, password) && !password.Contains('/') && !SecretValues.IsTrivial(password))
        {
            spans.Add(at - password.Length, password.Length);
        }
    }

    // app/password@//db:1521/XE and jdbc:oracle:thin:app/password@db.
    private static bool IsOracle(string text, int at, ReadOnlySpan<char> login) =>
        login.Count('/') == 1 && (text.AsSpan(at + 1).StartsWith("//") || login.Contains(":thin:", StringComparison.Ordinal) || login.Contains(":oci:", StringComparison.Ordinal));

    private static bool IsUser(ReadOnlySpan<char> user)
    {
        foreach (var character in user)
        {
            if (!char.IsLetterOrDigit(character) && character is not ('.' or '-' or '_'))
            {
                return false;
            }
        }

        return user is not ("mailto" or "sip" or "sips" or "xmpp" or "acct" or "npm" or "pkg" or "file" or "at" or "by");
    }

    // A name with a dot or a port; else the password must look like one: "holds:Object@7f21c0" names an object.
    private static bool IsHost(string text, int start, ReadOnlySpan<char> password)
    {
        var rest = text.AsSpan(start, Math.Min(LongestLogin, text.Length - start));
        var length = 0;
        while (length < rest.Length && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] is '.' or '-' or '_'))
        {
            length++;
        }

        var host = rest[..length].TrimEnd('.');
        if (host.IsEmpty || (!host.ContainsAnyInRange('a', 'z') && !host.ContainsAnyInRange('A', 'Z') && !System.Net.IPAddress.TryParse(host, out _)))
        {
            return false;
        }

        var behind = rest[length..];
        var digits = behind is [':', ..] ? (behind[1..].IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : behind.Length - 1) : 0;
        var isPlace = digits is > 0 and <= LongestPort || (behind is not [':', ..] && (host.Contains('.') || host is "localhost"));
        return isPlace || (behind is not [':', ..] && SecretValues.IsMixed(password) && password.Length >= 6 && !password.ContainsAny("`+<>"));
    }
}
