namespace GuruReports.Inspection.Threads;

/// <summary>Says how threads are captured.</summary>
public sealed record ThreadCaptureOptions
{
    /// <summary>Gets the only way that may be used; <see langword="null"/> (the default) tries them all, best first.</summary>
    public ThreadCaptureMethod? Method { get; init; }

    /// <summary>Gets after how long the capture gives up what it has not got. Default: 5 seconds.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets the least time over which CPU shares are measured. Default: zero, which means the time that the capture takes anyway.</summary>
    public TimeSpan CpuWindow { get; init; }

    /// <summary>Gets whether source lines are looked up. Default: <see langword="true"/>.</summary>
    public bool SourceLines { get; init; } = true;

    /// <summary>
    /// Gets the simple names of assemblies to treat as framework code besides .NET's own, in captures and in snapshots that
    /// follow; a trailing <c>*</c> stands for any ending. Default: none.
    /// </summary>
    public IReadOnlyList<string> FrameworkAssemblies { get; init; } = [];
}
