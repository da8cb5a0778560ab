using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace GuruReports.Hosting.Redaction;

/// <summary>Judges values: which cannot be secrets, and which are too common to be looked for in every text. Pure.</summary>
internal static class SecretValues
{
    private const int ShortestRemembered = 6;
    private const int ShortestPlain = 8;

    private static readonly SearchValues<char> s_isoDuration = SearchValues.Create("0123456789.YMWDTHS");

    private static readonly FrozenSet<string> s_trivial = new[]
    {
        "true", "false", "yes", "no", "on", "off", "null", "none", "trace", "debug", "information", "warning", "error", "critical", "verbose", "fatal",
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
    public static bool IsCount(string value) => value.Length <= 7 && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    /// <summary>Returns whether the value is rare enough to be looked for in every text of the report.</summary>
    /// <param name="value">The value.</param>
    public static bool IsWorthRemembering(string value)
    {
        if (value.Length < ShortestRemembered || s_common.Contains(value) || IsTrivial(value))
        {
            return false;
        }

        return value.Length >= ShortestPlain ? HasVariety(value) : !IsOneKind(value);
    }

    /// <summary>Returns whether a value found by its place in running text is worth remembering: there, a plain word may be no secret at all.</summary>
    /// <param name="value">The value.</param>
    public static bool IsWorthRememberingFromText(string value) => value.Length >= ShortestPlain && IsWorthRemembering(value) && !IsLetters(value);

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
    private static bool HasVariety(string value)
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

    private static bool IsOneKind(string value) => IsLetters(value) || !value.AsSpan().ContainsAnyExceptInRange('0', '9');

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
