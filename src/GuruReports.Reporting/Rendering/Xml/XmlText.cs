using System.Globalization;
using System.Text;
using System.Xml;
using GuruReports.Reporting.Rendering.Words;

namespace GuruReports.Reporting.Rendering.Xml;

/// <summary>Makes any text fit for XML 1.0, which has no way to write most control characters.</summary>
internal static class XmlText
{
    /// <summary>Returns the text with forbidden characters in a visible form (<c>\x1b</c>) and half characters replaced.</summary>
    public static string Of(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsPlain(text[i]))
            {
                return Repair(WellFormedText.Of(text));
            }
        }

        return text;
    }

    private static bool IsPlain(char character) => XmlConvert.IsXmlChar(character) && character is not (>= '\x7f' and <= '\x9f');

    private static string Repair(string text)
    {
        var repaired = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsPlain(text[i]) || char.IsSurrogate(text[i]))
            {
                repaired.Append(text[i]);
            }
            else
            {
                var code = (int)text[i];
                repaired.Append(CultureInfo.InvariantCulture, $"\\{(code < 0x100 ? 'x' : 'u')}").Append(code.ToString(code < 0x100 ? "x2" : "x4", CultureInfo.InvariantCulture));
            }
        }

        return repaired.ToString();
    }
}
