namespace GuruReports.Hosting;

/// <summary>How the Threads section looks.</summary>
public sealed class ThreadOptions
{
    /// <summary>Gets or sets whether the frames of the framework and of packages are shown one by one instead of counted. Default: false.</summary>
    public bool ShowFrameworkFrames { get; set; }

    /// <summary>
    /// Gets the simple names of assemblies that count as framework besides .NET's own, in every section and finding; a
    /// trailing <c>*</c> stands for any ending (<c>Serilog*</c>). Default: none.
    /// </summary>
    public IList<string> FrameworkAssemblies { get; } = [];

    /// <summary>Gets or sets how stacks are captured: <c>Auto</c>, <c>InProcess</c> or <c>DiagnosticsPort</c>. Default: Auto.</summary>
    public string Capture { get; set; } = "Auto";
}
