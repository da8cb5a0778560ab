using System.Text;

namespace GuruReports.Hosting.Sinks;

/// <summary>Makes text that the journal shows as text.</summary>
internal static class JournalText
{
    private const char Replacement = '\uFFFD';

    /// <summary>
    /// Replaces what would turn a whole message into a blob for journalctl: NUL and other control characters, lone
    /// surrogates, and code points that are no characters.
    /// </summary>
    /// <returns>The text; the same object where nothing had to be replaced.</returns>
    internal static string Clean(string text)
    {
        StringBuilder? clean = null;
        var index = 0;
        while (index < text.Length)
        {
            var isWhole = Rune.TryGetRuneAt(text, index, out var rune);
            var length = isWhole ? rune.Utf16SequenceLength : 1;
            if (isWhole && IsShown(rune.Value))
            {
                clean?.Append(text, index, length);
            }
            else
            {
                clean ??= new StringBuilder(text, 0, index, text.Length);
                clean.Append(Replacement);
            }

            index += length;
        }

        return clean?.ToString() ?? text;
    }

    /// <summary>Cleans text for the stream protocol, where a line that begins with &lt;3&gt; would change its priority.</summary>
    /// <returns>The text, such lines moved by a blank.</returns>
    internal static string ForStream(string text)
    {
        var clean = Clean(text);
        var moved = clean.Replace("\n<", "\n <", StringComparison.Ordinal);
        return moved.StartsWith('<') ? " " + moved : moved;
    }

    /// <summary>Cleans text for a field that must be one line.</summary>
    /// <returns>The text without line ends.</returns>
    internal static string OneLine(string text) => Clean(text).ReplaceLineEndings(" ").Replace('\t', ' ');

    private static bool IsShown(int value) =>
        value is '\n' or '\t' or (>= 0x20 and < 0x7F) or >= 0xA0
        && value is not (>= 0xFDD0 and <= 0xFDEF)
        && (value & 0xFFFE) != 0xFFFE;
}
