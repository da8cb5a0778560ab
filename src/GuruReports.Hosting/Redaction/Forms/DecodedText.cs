using System.Buffers;
using System.Globalization;
using System.Text;

namespace GuruReports.Hosting.Redaction.Forms;

/// <summary>
/// A text with the escapes of HTML, XML, JSON and URLs taken off, and where each of its characters stood before: what is secret
/// is found in one form and masked in the form in which it stands. Pure.
/// </summary>
internal sealed class DecodedText
{
    private const int LongestEntity = 10;

    private static readonly (string Name, char Character)[] s_entities = [("amp", '&'), ("quot", '"'), ("apos", '\''), ("lt", '<'), ("gt", '>'), ("nbsp", ' ')];

    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789abcdefABCDEF");

    private readonly int[] _starts;

    private DecodedText(string text, int[] starts)
    {
        Text = text;
        _starts = starts;
    }

    /// <summary>Gets the text without escapes.</summary>
    public string Text { get; }

    /// <summary>Gets the characters with which escapes begin: of URLs, of JSON, of markup.</summary>
    public const string Signs = "%\\&";

    /// <summary>Takes the escapes off a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="signs">The escapes that are meant, by their first characters.</param>
    /// <returns>The text without them; null when it has none.</returns>
    public static DecodedText? Of(string text, string signs = Signs)
    {
        if (text.AsSpan().IndexOfAny(signs) is not (>= 0 and var first))
        {
            return null;
        }

        var decoded = new StringBuilder(text.Length);
        var starts = new int[text.Length + 1];
        var found = false;
        decoded.Append(text, 0, first);
        for (var index = 0; index < first; index++)
        {
            starts[index] = index;
        }

        for (var index = first; index < text.Length;)
        {
            var character = default(char);
            var length = signs.Contains(text[index], StringComparison.Ordinal) ? Escape(text, index, out character) : 0;
            starts[decoded.Length] = index;
            decoded.Append(length > 0 ? character : text[index]);
            found |= length > 0;
            index += Math.Max(1, length);
        }

        starts[decoded.Length] = text.Length;
        return found ? new DecodedText(decoded.ToString(), starts) : null;
    }

    /// <summary>Adds what was found in this text to what was found in the text before.</summary>
    /// <param name="found">What was found here.</param>
    /// <param name="target">Takes it, in the places of the text before.</param>
    public void MapTo(SecretSpans found, SecretSpans target)
    {
        foreach (var (start, end) in found.All)
        {
            target.Add(_starts[start], _starts[end] - _starts[start]);
        }
    }

    private static int Escape(string text, int at, out char character)
    {
        character = default;
        return text[at] switch
        {
            '%' => Percent(text, at, out character),
            '\\' => Backslash(text, at, out character),
            '&' => Entity(text, at, out character),
            _ => 0,
        };
    }

    private static int Percent(string text, int at, out char character)
    {
        var first = Byte(text, at);
        character = (char)Math.Max(first, 0);
        if (first < 0x80)
        {
            return first < 0 ? 0 : 3;
        }

        // UTF-8 of two or three bytes.
        Span<byte> bytes = stackalloc byte[4];
        var count = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        for (var index = 0; index < count; index++)
        {
            var value = Byte(text, at + (3 * index));
            if (value < 0)
            {
                return 0;
            }

            bytes[index] = (byte)value;
        }

        if (Rune.DecodeFromUtf8(bytes[..count], out var rune, out _) is not OperationStatus.Done || !rune.IsBmp)
        {
            return 0;
        }

        character = (char)rune.Value;
        return 3 * count;
    }

    private static int Byte(string text, int at) =>
        at + 2 < text.Length && text[at] == '%' && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2])
            ? int.Parse(text.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : -1;

    private static int Backslash(string text, int at, out char character)
    {
        character = default;
        if (at + 1 >= text.Length)
        {
            return 0;
        }

        if (text[at + 1] is '"' or '\'' or '\\' or '/')
        {
            character = text[at + 1];
            return 2;
        }

        var isCode = text[at + 1] == 'u' && at + 5 < text.Length && !text.AsSpan(at + 2, 4).ContainsAnyExcept(s_digits);
        character = isCode ? (char)int.Parse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : default;
        return isCode ? 6 : 0;
    }

    private static int Entity(string text, int at, out char character)
    {
        character = default;
        var rest = text.AsSpan(at + 1, Math.Min(LongestEntity, text.Length - at - 1));
        if (rest.IndexOf(';') is not (> 0 and var end))
        {
            return 0;
        }

        var name = rest[..end];
        foreach (var (known, meant) in s_entities)
        {
            if (name.SequenceEqual(known))
            {
                character = meant;
                return end + 2;
            }
        }

        var isHex = name is ['#', 'x' or 'X', ..];
        var number = name is ['#', ..] ? name[(isHex ? 2 : 1)..] : [];
        if (!int.TryParse(number, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code) || code is 0 or > char.MaxValue)
        {
            return 0;
        }

        character = (char)code;
        return end + 2;
    }
}
