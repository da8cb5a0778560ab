namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>
/// What is asked of times: on shared machines only the order of magnitude, in the full form
/// (<c>GURU_FULL_BOUNDS=1</c>, set by the scripts in build/) what the project promises.
/// </summary>
internal static class Bounds
{
    private const double Shared = 250;

    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("GURU_FULL_BOUNDS") == "1";

    /// <summary>Gets whether tests that take minutes run in their full length (<c>GURU_LONG=1</c>, and in the full form).</summary>
    public static bool IsLong => IsFull || Environment.GetEnvironmentVariable("GURU_LONG") == "1";

    /// <summary>
    /// Holds a time to the promised bound, or to one three times as wide; short times to a quarter of a second, which a
    /// shared machine can take for anything. Where the fault matrix is recorded, so are promise and time.
    /// </summary>
    /// <param name="what">What was promised; its name in the table.</param>
    /// <param name="actual">The time it took.</param>
    /// <param name="promisedMilliseconds">The time it may take.</param>
    public static void Within(string what, TimeSpan actual, double promisedMilliseconds)
    {
        FaultMatrix.RecordPromise(what, actual, TimeSpan.FromMilliseconds(promisedMilliseconds));
        var bound = IsFull ? promisedMilliseconds : Math.Max(promisedMilliseconds * 3, Shared);
        Assert.True(actual.TotalMilliseconds <= bound, $"{what}: {actual.TotalMilliseconds:F1} ms, more than {bound} ms");
    }
}
