using System.Buffers;

namespace GuruReports.Hosting.Redaction.Values;

/// <summary>Knows words that look drawn at random and name something: GUIDs, identifiers that begin with their time, public keys. Pure.</summary>
internal static class HarmlessShapes
{
    private static readonly SearchValues<char> s_noUlid = SearchValues.Create(":;<=>?@ILOU");

    /// <summary>Returns whether a word is one.</summary>
    /// <param name="word">The word.</param>
    public static bool IsOne(ReadOnlySpan<char> word) =>
        IsGuid(word) || IsUlid(word) || IsTraceParent(word) || IsMarkedDigest(word) || IsPublicKey(word) || IsConstant(word) || IsAddresses(word);

    /// <summary>Returns whether a word is a GUID with its dashes.</summary>
    /// <param name="word">The word.</param>
    public static bool IsGuid(ReadOnlySpan<char> word)
    {
        word = word is ['{', .., '}'] ? word[1..^1] : word;
        return word.Length == 36 && word[8] == '-' && Guid.TryParseExact(word, "D", out _);
    }

    // The time of these years begins with 01: no draw.
    private static bool IsUlid(ReadOnlySpan<char> word) =>
        word.Length == 26 && word is ['0', '1', >= 'E' and <= 'Z', ..] && !word.ContainsAnyExceptInRange('0', 'Z') && !word.ContainsAny(s_noUlid);

    // https://www.w3.org/TR/trace-context/: version, trace, span, flags.
    private static bool IsTraceParent(ReadOnlySpan<char> word) =>
        word.Length == 55 && word[2] == '-' && word[35] == '-' && word[52] == '-' && IsHexadecimal(word[3..35]) && IsHexadecimal(word[36..52]);

    private static bool IsMarkedDigest(ReadOnlySpan<char> word)
    {
        var mark = word.IndexOfAny(":-");
        return mark is 3 or 4 or 6 && word[..mark] is "md5" or "sha1" or "sha256" or "sha384" or "sha512" or "SHA256" or "MD5";
    }

    /// <summary>Returns whether a word is the body of an OpenSSH public key: it begins with the length and the name of its kind.</summary>
    /// <param name="word">The word.</param>
    public static bool IsPublicKey(ReadOnlySpan<char> word) => word.StartsWith("AAAAC3NzaC1") || word.StartsWith("AAAAB3NzaC1") || word.StartsWith("AAAAE2VjZHNh");

    // 7f9388b3c000-7f9388b3e000: addresses, or the groups of an identifier; none long enough for a secret.
    private static bool IsAddresses(ReadOnlySpan<char> word)
    {
        if (!word.Contains('-'))
        {
            return false;
        }

        foreach (var range in word.Split('-'))
        {
            var piece = word[range];
            piece = piece.StartsWith("0x") ? piece[2..] : piece;
            if (piece.Length > 16 || piece.IsEmpty || !IsHexadecimal(piece))
            {
                return false;
            }
        }

        return true;
    }

    // TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256: capitals or digits between underscores.
    private static bool IsConstant(ReadOnlySpan<char> word)
    {
        if (word.ContainsAnyInRange('a', 'z') || word.Count('_') < 2)
        {
            return false;
        }

        foreach (var range in word.Split('_'))
        {
            var piece = word[range];
            if (piece.Length > 6 && piece.ContainsAnyInRange('0', '9') && piece.ContainsAnyInRange('A', 'Z'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsHexadecimal(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (!char.IsAsciiHexDigit(character))
            {
                return false;
            }
        }

        return true;
    }
}
