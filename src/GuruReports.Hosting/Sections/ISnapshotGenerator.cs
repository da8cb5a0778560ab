namespace GuruReports.Hosting.Sections;

/// <summary>
/// Marks a generator that needs the snapshot: it is asked after all others, when the snapshot is read or given up.
/// </summary>
internal interface ISnapshotGenerator : IProcessWideGenerator
{
    /// <summary>Gets whether the section has something to say before the snapshot is read; it is then asked twice, and the better answer stays.</summary>
    bool WorksWithoutSnapshot { get; }
}
