namespace GuruReports.Inspection.Snapshot.Helper;

/// <summary>Where the helper lies: a folder of its own beside the service, so that nothing of it is ever loaded by the service.</summary>
internal static class HelperFolder
{
    public const string Name = "guru-reports";

    /// <summary>The helper as a runtime hosts it.</summary>
    public const string Hosted = "GuruReports.SnapshotReader.dll";

    /// <summary>The helper as machine code.</summary>
    public const string Native = "GuruReports.SnapshotReader";

    public static string Default { get; } = Path.Combine(AppContext.BaseDirectory, Name);
}
