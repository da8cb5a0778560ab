using GuruReports.Inspection.Threads;

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

    /// <summary>Gets or sets how stacks are captured. Default: whatever works, the best way first.</summary>
    public ThreadCaptureWay Capture { get; set; } = ThreadCaptureWay.Auto;

    /// <summary>Gets the only method of capturing that may be used; null for all.</summary>
    internal ThreadCaptureMethod? Method => Capture switch
    {
        ThreadCaptureWay.InProcess => ThreadCaptureMethod.InProcess,
        ThreadCaptureWay.DiagnosticsPort => ThreadCaptureMethod.DiagnosticsPort,
        _ => null,
    };
}
