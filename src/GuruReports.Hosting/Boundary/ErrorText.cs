namespace GuruReports.Hosting.Boundary;

/// <summary>What an exception says, as text. Made on the thread that caught it: all that an exception is asked for is foreign code.</summary>
/// <param name="Type">The name of its type.</param>
/// <param name="Message">Its message; null when even that could not be had.</param>
/// <param name="Place">The frame that threw; null when not known.</param>
internal sealed record ErrorText(string Type, string? Message, string? Place)
{
    private const int LongestMessage = 4_000;
    private const int LongestPlace = 500;

    /// <summary>Gets type and message in one text.</summary>
    public string Short => Message is null ? Type : $"{Type}: {Message}";

    /// <summary>Reads an exception; never throws, but may block as long as its code does.</summary>
    public static ErrorText Of(Exception exception)
    {
        var type = BoundedText.Cut(exception.GetType().FullName ?? exception.GetType().Name, LongestPlace);
        return new ErrorText(type, Read(() => exception.Message, LongestMessage), Read(() => FirstFrame(exception.StackTrace), LongestPlace));
    }

    private static string? Read(Func<string?> read, int longest)
    {
        // Policy: what an exception cannot say of itself is left out.
        try
        {
            return read() is { } text ? BoundedText.Cut(text, longest) : null;
        }
        catch (Exception)
        {
            return null;
        }
    }

    private static string? FirstFrame(string? trace) =>
        trace is null ? null : trace[..(trace.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? end : trace.Length)].Trim();
}
