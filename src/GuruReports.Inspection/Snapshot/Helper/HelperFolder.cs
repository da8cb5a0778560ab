namespace GuruReports.Inspection.Snapshot.Helper;

/// <summary>Where the helper lies: a folder of its own beside the service, so that nothing of it is ever loaded by the service.</summary>
internal static class HelperFolder
{
    public const string Name = "guru-reports";

    public const string Program = "GuruReports.SnapshotReader.dll";

    public static string Default { get; } = Path.Combine(AppContext.BaseDirectory, Name);
}
