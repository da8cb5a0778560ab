namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>The word before an object, where a monitor is kept as long as nobody has had to wait for it.</summary>
internal static class ThinLock
{
    private const uint IsSomethingElse = 0x08000000;
    private const uint Owner = 0xFFFF;

    /// <summary>True when the word names a thread that holds the object.</summary>
    public static bool IsHeld(uint header) => (header & IsSomethingElse) == 0 && (header & Owner) != 0;
}
