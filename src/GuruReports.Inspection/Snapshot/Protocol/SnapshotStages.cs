namespace GuruReports.Inspection.Snapshot.Protocol;

/// <summary>Stages of the helper that mean something to the service.</summary>
internal static class SnapshotStages
{
    /// <summary>The shared ranges have been copied: what the service changes from now on is not seen any more.</summary>
    public const string Copied = "runtime";
}
