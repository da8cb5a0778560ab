using System.Globalization;

namespace GuruReports.Hosting.Boundary;

/// <summary>Cuts texts that somebody else made.</summary>
internal static class BoundedText
{
    /// <summary>Returns a text, or its beginning with the number of characters that are missing.</summary>
    public static string Cut(string text, int longest)
    {
        var end = End(text, longest);
        return end == text.Length ? text : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, end)}… ({text.Length - end} more characters)");
    }

    /// <summary>Returns a text, or its beginning; for one that may have been cut before, so that nobody knows how much is missing.</summary>
    public static string Shorten(string text, int longest) => End(text, longest) is var end && end == text.Length ? text : text[..end] + "…";

    // Never through the middle of a character.
    private static int End(string text, int longest) =>
        text.Length <= longest ? text.Length : char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
}
