using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace GuruReports.Hosting.Redaction.Values;

/// <summary>Judges values: which cannot be secrets, and which are too common to be looked for in every text. Pure.</summary>
internal static class SecretValues
{
    private const int ShortestRemembered = 6;
    private const int ShortestPlain = 8;

    private static readonly SearchValues<char> s_noWord = SearchValues.Create(" \t\r\n[](){}<>^`|\\\"';,@");
    private static readonly SearchValues<char> s_noFile = SearchValues.Create(" =@?+!#$%&*;,");
    private static readonly SearchValues<char> s_signs = SearchValues.Create("!#$%&*+?^~");
    private static readonly SearchValues<char> s_noType = SearchValues.Create(" =@!?/+-");
    private static readonly SearchValues<char> s_isoDuration = SearchValues.Create("0123456789.YMWDTHS");

    private static readonly FrozenSet<string> s_trivial = new[]
    {
        "true", "false", "yes", "no", "on", "off", "null", "none", "trace", "debug", "information", "warning", "error", "critical", "verbose", "fatal",
        "0", "enabled", "disabled", "(null)", "(none)", "undefined", "nil",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Default passwords of well-known servers and words that stand in every report: masked by their key, but never scrubbed from other text.
    private static readonly FrozenSet<string> s_common = new[]
    {
        "password", "passw0rd", "changeme", "changeit", "secret", "default", "production", "development", "staging", "testing", "localhost",
        "administrator", "username", "anonymous", "undefined", "required", "optional", "postgres", "postgresql", "rabbitmq", "guest", "minioadmin",
        "elastic", "elasticsearch", "mongodb", "cassandra", "mariadb", "mysql", "redis", "sqlserver", "database", "application", "configuration",
        "microsoft", "authorization", "authentication", "connection", "connectionstring", "encrypted", "disabled", "enabled", "external", "internal",
        "bearer", "basic", "service", "system", "string", "process", "thread", "windows", "kerberos", "negotiate", "managed", "integrated",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Names of ways to log in, and other words that stand under Auth and Key.
    private static readonly FrozenSet<string> s_ways = new[]
    {
        "basic", "digest", "ntlm", "negotiate", "kerberos", "windows", "plain", "login", "oauth", "oauth2", "oidc", "openid", "bearer", "anonymous", "cookie", "cookies", "jwt", "saml", "saml2", "ldap",
        "default", "required", "optional", "internal", "external", "managed", "azuread", "entra", "apikey", "certificate", "scram-sha-256", "scram-sha-512", "cram-md5", "xoauth2", "lax", "strict", "string", "disabled", "enabled",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns whether the value says nothing even if its key is secret: empty, a truth value, a log level, already masked.</summary>
    /// <param name="value">The value.</param>
    public static bool IsTrivial(ReadOnlySpan<char> value)
    {
        var trimmed = value.Trim();
        return trimmed.IsEmpty || IsMasked(trimmed) || s_trivial.GetAlternateLookup<ReadOnlySpan<char>>().Contains(trimmed);
    }

    /// <summary>Returns whether the value is a measure: a number, a duration, a date.</summary>
    /// <param name="value">The value.</param>
    public static bool IsMeasure(string value)
    {
        var text = value.AsSpan().Trim();
        return IsTrivial(text)
            || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            || TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out _)
            || (text.Length <= 40 && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
            || IsNumberWithUnit(text)
            || IsIsoDuration(text);
    }

    /// <summary>Returns whether the value is a plain number that counts something rather than a code: up to seven digits.</summary>
    /// <param name="value">The value.</param>
    public static bool IsCount(ReadOnlySpan<char> value) => value.Length <= 7 && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    /// <summary>Returns whether the value is rare enough to be looked for in every text of the report.</summary>
    /// <param name="value">The value.</param>
    public static bool IsWorthRemembering(ReadOnlySpan<char> value)
    {
        if (value.Length < ShortestRemembered || s_common.GetAlternateLookup<ReadOnlySpan<char>>().Contains(value) || IsTrivial(value))
        {
            return false;
        }

        return value.Length >= ShortestPlain ? HasVariety(value) : !IsOneKind(value);
    }

    /// <summary>Returns whether a value found by its place in running text is worth remembering: there, a plain word may be no secret at all.</summary>
    /// <param name="value">The value.</param>
    public static bool IsWorthRememberingFromText(ReadOnlySpan<char> value) => value.Length >= ShortestPlain && IsWorthRemembering(value) && !IsLetters(value);

    /// <summary>Returns whether a value is one of those that stand under doubtful keys and are no secret: a place, a type, a way to log in.</summary>
    /// <param name="value">The value.</param>
    public static bool IsShown(ReadOnlySpan<char> value)
    {
        var text = value.Trim();
        return IsTrivial(text) || s_ways.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text) || IsPlace(text) || IsTypeName(text);
    }

    /// <summary>Returns whether a value is public whatever its key says: a certificate, a public key, the place of a file.</summary>
    /// <param name="value">The value.</param>
    public static bool IsPublic(ReadOnlySpan<char> value)
    {
        var text = value.TrimStart();
        return IsFile(text) || ((text.StartsWith("ssh-") || text.StartsWith("ecdsa-")) && text.Contains(" AAAA", StringComparison.Ordinal)) || text.StartsWith("-----BEGIN CERTIFICATE-----")
            || text.StartsWith("-----BEGIN PUBLIC KEY-----");
    }

    /// <summary>Returns whether a value is the place of a file rather than a secret, whatever its key says: rooted, and made of names.</summary>
    /// <param name="value">The value.</param>
    private static bool IsFile(ReadOnlySpan<char> value) =>
        value.Length > 4 && value[0] == '/' && value[1..].Contains('/') && !value.ContainsAny(s_noFile) && !RandomWords.IsRandom(value) && Randomness.Excess(value) < -4;

    /// <summary>Returns whether a whole value looks drawn at random; it has signs too that no word of a text has, and brackets are those of a pattern.</summary>
    /// <param name="value">The value.</param>
    public static bool IsRandom(ReadOnlySpan<char> value) =>
        value.Length >= RandomWords.Shortest && !value.ContainsAny(s_noWord) && value[0] is not ('/' or '~') && !value.Contains("://", StringComparison.Ordinal) && !IsDotted(value)
        && RandomWords.IsRandom(value);

    // A name of a host or a type: its pieces are judged one by one.
    private static bool IsDotted(ReadOnlySpan<char> value)
    {
        foreach (var character in value)
        {
            if (!char.IsLetterOrDigit(character) && character is not ('.' or '-' or '_' or '+'))
            {
                return false;
            }
        }

        return value.Contains('.');
    }

    /// <summary>Returns whether a value has characters of two kinds and more, as passwords have and words have not.</summary>
    /// <param name="value">The value.</param>
    public static bool IsMixed(ReadOnlySpan<char> value)
    {
        var letters = value.ContainsAnyInRange('a', 'z') || value.ContainsAnyInRange('A', 'Z');
        var camel = value.Length > 1 && value[1..].ContainsAnyInRange('A', 'Z') && value.ContainsAnyInRange('a', 'z');
        var digits = value.ContainsAnyInRange('0', '9');
        var signs = value.ContainsAny(s_signs);
        return (letters && (digits || signs)) || (digits && signs) || (camel && RandomWords.IsRandom(value));
    }

    // /run/secrets/db, C:\keys, https://host/path, orders/2026/a.pdf: pieces that are names.
    private static bool IsPlace(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(" \t=@?") || !text.ContainsAny('/', '\\'))
        {
            return false;
        }

        var isRooted = text.StartsWith("/") || text.StartsWith("./") || text.StartsWith("~/") || text.Contains("://", StringComparison.Ordinal) || text is [_, ':', '\\', ..];
        return !RandomWords.IsRandom(text) && (isRooted || Randomness.Excess(text) < 0);
    }

    // Heat.Security.TokenHandler; not a.b.
    private static bool IsTypeName(ReadOnlySpan<char> text) =>
        text.Length >= 8 && text.Contains('.') && !text.ContainsAny(s_noType) && char.IsAsciiLetterUpper(text[0]) && Randomness.Excess(text) < -5;

    private static bool IsMasked(ReadOnlySpan<char> text) => !text.ContainsAnyExcept('*');

    private static bool IsNumberWithUnit(ReadOnlySpan<char> text)
    {
        var digits = 0;
        while (digits < text.Length && (char.IsAsciiDigit(text[digits]) || text[digits] == '.'))
        {
            digits++;
        }

        return digits > 0 && text[digits..].TrimStart() is "ms" or "s" or "sec" or "m" or "min" or "h" or "d" or "days" or "day" or "hours" or "minutes" or "seconds" or "KB" or "MB" or "%";
    }

    private static bool IsIsoDuration(ReadOnlySpan<char> text) =>
        text.Length is > 2 and < 24 && text[0] == 'P' && !text[1..].ContainsAnyExcept(s_isoDuration);

    // Scrubbing "aaaaaaaa" or "--------" would eat rulers and padding.
    private static bool HasVariety(ReadOnlySpan<char> value)
    {
        var distinct = 0;
        Span<char> seen = stackalloc char[4];
        foreach (var character in value)
        {
            if (!seen[..distinct].Contains(character))
            {
                seen[distinct++] = character;
                if (distinct == seen.Length)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsOneKind(ReadOnlySpan<char> value) => IsLetters(value) || !value.ContainsAnyExceptInRange('0', '9');

    private static bool IsLetters(ReadOnlySpan<char> value)
    {
        foreach (var character in value)
        {
            if (!char.IsLetter(character))
            {
                return false;
            }
        }

        return true;
    }
}
