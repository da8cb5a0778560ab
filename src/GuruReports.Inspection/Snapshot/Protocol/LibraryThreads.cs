namespace GuruReports.Inspection.Snapshot.Protocol;

/// <summary>The threads of the library in the service: they run while it is cloned, and hold nothing of the service.</summary>
internal static class LibraryThreads
{
    /// <summary>What the names of all begin with.</summary>
    public const string Prefix = "guru-";

    /// <summary>The one that clones.</summary>
    public const string Cloning = Prefix + "snapshot";
}
