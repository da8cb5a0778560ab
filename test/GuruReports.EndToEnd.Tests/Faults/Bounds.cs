namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>
/// What is asked of times: on shared machines only the order of magnitude, in the full form
/// (<c>GURU_FULL_BOUNDS=1</c>, set by the scripts in build/) what the project promises.
/// </summary>
internal static class Bounds
{
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("GURU_FULL_BOUNDS") == "1";

    /// <summary>Gets the promised bound, or one twenty times as wide.</summary>
    public static void Within(TimeSpan actual, double promisedMilliseconds)
    {
        var bound = IsFull ? promisedMilliseconds : promisedMilliseconds * 20;
        Assert.True(actual.TotalMilliseconds <= bound, $"{actual.TotalMilliseconds:F1} ms, more than {bound} ms");
    }
}
