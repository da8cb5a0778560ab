using System.Buffers;
using System.Globalization;
using System.Text;

namespace GuruReports.Reporting.Rendering.Words;

/// <summary>Makes visible what would otherwise steer a terminal, hide or break a line: control characters, direction marks, fillers, variation selectors, tags, half characters.</summary>
internal static class VisibleText
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        Range('\0', '\x1f') + Range('\x7f', '\x9f') + "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5" + Range('\u180b', '\u180f')
        + Range('\u200b', '\u200f') + "\u2028\u2029\u2800\u3164\uffa0" + Range('\ufe00', '\ufe0f') + Range('\u202a', '\u202e') + Range('\u2060', '\u206f') + "\ufeff" + Range('\ufff9', '\ufffb')
        + Range('\ud800', '\udfff') + "\ufffe\uffff");

    /// <summary>Returns the text as one line without any character that a person cannot see.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The same text where it is clean; else with <c>\n</c>, <c>\t</c>, <c>\x1b</c> or <c>\u202e</c> in place of such characters.</returns>
    public static string Line(string text)
    {
        var first = text.AsSpan().IndexOfAny(Suspects);
        return first < 0 ? text : Escape(text, first);
    }

    /// <summary>Enumerates the lines of a text, each made visible, tabs widened to spaces.</summary>
    /// <param name="text">Any text, with <c>\n</c> or <c>\r\n</c> between lines.</param>
    /// <returns>The lines; a last line break adds no empty line.</returns>
    public static IEnumerable<string> Lines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            var next = end < 0 ? text.Length : end + 1;
            var line = text[start..(end < 0 ? text.Length : end)];
            yield return Line(WidenTabs(line.EndsWith('\r') ? line[..^1] : line));
            start = next;
        }
    }

    private static string WidenTabs(string line)
    {
        if (!line.Contains('\t', StringComparison.Ordinal))
        {
            return line;
        }

        var widened = new StringBuilder(line.Length + 16);
        foreach (var character in line)
        {
            if (character == '\t')
            {
                widened.Append(' ', 4 - (widened.Length % 4));
            }
            else
            {
                widened.Append(character);
            }
        }

        return widened.ToString();
    }

    private static string Escape(string text, int first)
    {
        var visible = new StringBuilder(text.Length + 16).Append(text, 0, first);
        for (var i = first; i < text.Length; i++)
        {
            var character = text[i];
            if (char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                AppendPair(visible, character, text[++i]);
            }
            else if (Suspects.Contains(character))
            {
                AppendEscaped(visible, character);
            }
            else
            {
                visible.Append(character);
            }
        }

        return visible.ToString();
    }

    // Beyond the first plane too: tags (U+E0000), selectors (U+E0100), marks of notes, hieroglyphs and shorthand.
    private static void AppendPair(StringBuilder visible, char high, char low)
    {
        var code = char.ConvertToUtf32(high, low);
        var isHidden = CharUnicodeInfo.GetUnicodeCategory(code) is UnicodeCategory.Format || code is >= 0xe0000 and <= 0xe0fff;
        _ = isHidden ? visible.Append(CultureInfo.InvariantCulture, $@"\U{code:x8}") : visible.Append(high).Append(low);
    }

    private static void AppendEscaped(StringBuilder visible, char character) => _ = character switch
    {
        '\n' => visible.Append(@"\n"),
        '\r' => visible.Append(@"\r"),
        '\t' => visible.Append(@"\t"),
        _ when char.IsSurrogate(character) => visible.Append('\ufffd'),
        < '\x100' => visible.Append(CultureInfo.InvariantCulture, $@"\x{(int)character:x2}"),
        _ => visible.Append(CultureInfo.InvariantCulture, $@"\u{(int)character:x4}"),
    };

    private static string Range(char first, char last) =>
        string.Create(last - first + 1, first, static (span, start) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = (char)(start + i);
            }
        });
}
