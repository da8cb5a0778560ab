namespace GuruReports.Hosting.Pipeline.Collecting;

/// <summary>Compares limits of time.</summary>
internal static class TimeLimits
{
    public static TimeSpan Max(TimeSpan x, TimeSpan y) => x > y ? x : y;

    public static TimeSpan Min(TimeSpan x, TimeSpan y) => x < y ? x : y;
}
