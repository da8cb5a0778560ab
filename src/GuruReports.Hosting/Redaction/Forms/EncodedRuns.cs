using System.Buffers;

namespace GuruReports.Hosting.Redaction.Forms;

/// <summary>
/// Finds remembered values that stand in a text in base64 or in hexadecimal digits. What does not decode to printable characters
/// is left after a few, so that texts without any are passed over quickly. Pure; allocates nothing.
/// </summary>
internal static class EncodedRuns
{
    private const int ShortestRun = 8;
    private const int ShortestSecret = 6;
    private const int LongestDecoded = 1024;

    private static readonly SearchValues<char> s_base64 = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ+/-_");

    /// <summary>Finds the values of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="secrets">The values.</param>
    /// <param name="spans">Takes what was found: whole runs.</param>
    public static void Find(string text, SecretTrie secrets, SecretSpans spans)
    {
        for (var start = 0; start < text.Length && text.AsSpan(start).IndexOfAny(s_base64) is >= 0 and var skip;)
        {
            start += skip;
            var length = text.AsSpan(start).IndexOfAnyExcept(s_base64) is >= 0 and var end ? end : text.Length - start;
            if (length >= ShortestRun)
            {
                FindInRun(text.AsSpan(start, length), start, secrets, spans);
            }

            start += length;
        }
    }

    private static void FindInRun(ReadOnlySpan<char> run, int start, SecretTrie secrets, SecretSpans spans)
    {
        if (!run.ContainsAnyInRange('0', '9') && !(run.ContainsAnyInRange('a', 'z') && run.ContainsAnyInRange('A', 'Z')))
        {
            return;
        }

        Span<char> decoded = stackalloc char[LongestDecoded];
        for (var at = 0; at < run.Length;)
        {
            var piece = run[at..];
            if (Holds(decoded[..Base64(piece, decoded)], secrets) || Holds(decoded[..Hexadecimal(piece, decoded)], secrets))
            {
                spans.Add(start + at, piece.Length);
                return;
            }

            // A slash, a dash may also be what stands before the run.
            var sign = piece.IndexOfAny('/', '-', '_');
            at += sign < 0 ? run.Length : sign + 1;
        }
    }

    private static bool Holds(ReadOnlySpan<char> decoded, SecretTrie secrets)
    {
        for (var at = 0; at + ShortestSecret <= decoded.Length; at++)
        {
            if (secrets.At(decoded[at..]).Whole >= ShortestSecret)
            {
                return true;
            }
        }

        return false;
    }

    private static int Base64(ReadOnlySpan<char> run, Span<char> decoded)
    {
        var count = 0;
        var bits = 0;
        var held = 0;
        foreach (var character in run)
        {
            bits = (bits << 6) | Value(character);
            held += 6;
            if (held < 8)
            {
                continue;
            }

            held -= 8;
            var value = (bits >> held) & 0xff;
            if (value is < 0x20 or > 0x7e || count == decoded.Length)
            {
                break;
            }

            decoded[count++] = (char)value;
        }

        return count;
    }

    private static int Hexadecimal(ReadOnlySpan<char> run, Span<char> decoded)
    {
        var count = 0;
        for (var at = 0; at + 1 < run.Length && char.IsAsciiHexDigit(run[at]) && char.IsAsciiHexDigit(run[at + 1]) && count < decoded.Length; at += 2)
        {
            var value = (Digit(run[at]) << 4) | Digit(run[at + 1]);
            if (value is < 0x20 or > 0x7e)
            {
                break;
            }

            decoded[count++] = (char)value;
        }

        return count;
    }

    private static int Digit(char character) => character <= '9' ? character - '0' : (character | 0x20) - 'a' + 10;

    private static int Value(char character) => character switch
    {
        >= 'A' and <= 'Z' => character - 'A',
        >= 'a' and <= 'z' => character - 'a' + 26,
        >= '0' and <= '9' => character - '0' + 52,
        '+' or '-' => 62,
        _ => 63,
    };
}
