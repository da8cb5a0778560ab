using System.Globalization;

namespace GuruReports.Hosting.Boundary;

/// <summary>Cuts texts that somebody else made.</summary>
internal static class BoundedText
{
    /// <summary>Returns a text, or its beginning with the number of characters that are missing.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, end)}… ({text.Length - end} more characters)");
    }
}
