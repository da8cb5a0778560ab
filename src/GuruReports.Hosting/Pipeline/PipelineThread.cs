namespace GuruReports.Hosting.Pipeline;

/// <summary>Knows the threads on which reports are made.</summary>
internal static class PipelineThread
{
    [ThreadStatic]
    private static bool t_isPipeline;

    public static bool IsCurrent => t_isPipeline;

    public static void Enter() => t_isPipeline = true;
}
