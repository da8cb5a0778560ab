namespace GuruReports.Hosting;

/// <summary>How the Threads section looks.</summary>
public sealed class ThreadOptions
{
    /// <summary>Gets or sets whether framework frames are shown one by one instead of counted. Default: false.</summary>
    public bool ShowFrameworkFrames { get; set; }

    /// <summary>Gets prefixes of assembly names that count as framework, besides the runtime's own.</summary>
    public IList<string> FrameworkAssemblies { get; } = [];

    /// <summary>Gets or sets how stacks are captured: <c>Auto</c>, <c>InProcess</c> or <c>DiagnosticsPort</c>. Default: Auto.</summary>
    public string Capture { get; set; } = "Auto";
}
