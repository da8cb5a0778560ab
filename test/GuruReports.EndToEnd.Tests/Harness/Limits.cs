namespace GuruReports.EndToEnd.Tests.Harness;

/// <summary>How long tests wait before they fail; generous, since machines are shared. What must be fast is measured apart.</summary>
internal static class Limits
{
    public static TimeSpan Start { get; } = TimeSpan.FromSeconds(60);

    public static TimeSpan Report { get; } = TimeSpan.FromSeconds(60);

    public static TimeSpan Stress { get; } = TimeSpan.FromMinutes(30);

    public static TimeSpan Answer { get; } = TimeSpan.FromSeconds(30);

    public static TimeSpan Exit { get; } = TimeSpan.FromSeconds(60);
}
