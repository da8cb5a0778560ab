namespace GuruReports.Hosting.Sections;

/// <summary>The built-in sections in the order in which they print.</summary>
internal static class BuiltInSections
{
    private static readonly string[] s_order =
    [
        "Package", "Threads", "Green Threads", "Locks", "Thread Pool", "Exceptions", "Heap", "Processes", "Configuration", "Host",
        "Runtime", "Resources", "Environment",
    ];

    /// <summary>Returns the place of a generator: built-in ones by this order, all others behind them.</summary>
    /// <param name="generator">The generator.</param>
    public static int RankOf(IReportGenerator generator)
    {
        if (generator.GetType().Assembly != typeof(BuiltInSections).Assembly)
        {
            return int.MaxValue;
        }

        var rank = Array.IndexOf(s_order, generator.Title);
        return rank < 0 ? s_order.Length : rank;
    }
}
