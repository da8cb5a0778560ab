namespace GuruReports.Reporting;

/// <summary>How a report is shown.</summary>
public sealed record RenderingOptions
{
    internal static RenderingOptions Default { get; } = new();

    /// <summary>Gets how large the text may be, in bytes of UTF-8; what is cut is said. Less than 16 KiB counts as 16 KiB. Default: 4 MiB.</summary>
    public long MaximumSize { get; init; } = 4L << 20;

    /// <summary>Gets whether text shows framework frames one by one instead of counting them; the other formats carry them all. Default: false.</summary>
    public bool ShowFrameworkFrames { get; init; }

    /// <summary>Gets how many columns the lines of text keep to unless a name is longer: frames and tables take them all, sentences at most 80. Less than 40 counts as 40. Default: 120.</summary>
    public int Width { get; init; } = 120;

    /// <summary>Gets whether text is coloured for a terminal. Default: false.</summary>
    public bool Colour { get; init; }

    /// <summary>Gets whether text is made of ASCII alone, for a terminal that shows no other characters: pictures of its signs, all else as <c>\u2192</c>. Default: false.</summary>
    public bool Ascii { get; init; }
}
