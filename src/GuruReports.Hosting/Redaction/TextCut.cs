namespace GuruReports.Hosting.Redaction;

/// <summary>Cuts texts that are too long. Pure.</summary>
internal static class TextCut
{
    private const int LongestTail = 4096;

    /// <summary>Cuts a text and says so.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">The most characters to keep.</param>
    public static string To(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        // Half a secret at the edge would not be known as one: the last piece without a blank goes too.
        var floor = Math.Max(0, length - LongestTail);
        var end = length;
        while (end > floor && !char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{text.AsSpan(0, end)}… (cut: {text.Length - end} more characters)");
    }
}
