using System.Buffers;
using System.Text;

namespace GuruReports.Reporting.Rendering.Words;

/// <summary>Repairs text that is no valid Unicode: half of a surrogate pair becomes the replacement character.</summary>
internal static class WellFormedText
{
    private static readonly SearchValues<char> Surrogates = SearchValues.Create(
        string.Create(0x800, 0, static (span, _) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = (char)(0xd800 + i);
            }
        }));

    /// <summary>Returns the text with each lone surrogate replaced; the same text where there is none.</summary>
    public static string Of(string text)
    {
        var first = text.AsSpan().IndexOfAny(Surrogates);
        return first < 0 ? text : Repair(text, first);
    }

    private static string Repair(string text, int first)
    {
        var repaired = new StringBuilder(text.Length).Append(text, 0, first);
        for (var i = first; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                repaired.Append(text[i]).Append(text[++i]);
            }
            else
            {
                repaired.Append(char.IsSurrogate(text[i]) ? '\ufffd' : text[i]);
            }
        }

        return repaired.ToString();
    }
}
