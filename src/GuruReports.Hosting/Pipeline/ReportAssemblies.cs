using GuruReports.Hosting.Boundary;

namespace GuruReports.Hosting.Pipeline;

/// <summary>
/// Has loaded, before the first report, what reports are made with. In a process that used up its descriptors before that, nothing is
/// begun: neither an assembly nor a thread can be had there, and the exception over it ends the process. On the report worker's thread only.
/// </summary>
/// <param name="ways">How assemblies are loaded, and what runs the work.</param>
internal sealed class ReportAssemblies(ReportWays ways)
{
    /// <summary>Why there is no report.</summary>
    public const string Missing = "too few descriptors are left to load what a report is made with; ask again when some are free";

    private const string JobName = "assemblies";

    private bool _isLoaded;

    /// <summary>Gets whether they are loaded or may be. Starts, loads and throws nothing.</summary>
    public bool MayBeLoaded => _isLoaded || ways.MayLoadAssemblies();

    /// <summary>Loads them, once. What the service does when an assembly is loaded may not come back: reports do not wait for it for ever.</summary>
    /// <param name="options">The settings of reports.</param>
    /// <returns>Whether reports can be made.</returns>
    public bool TryLoad(GuruMeditationOptions options) =>
        _isLoaded = _isLoaded || ways.Runner.Run(JobName, _ => ways.LoadAssemblies(options) ? JobName : null, options.SectionTimeout) is not { Outcome: JobOutcome.Completed, Value: null };
}
