namespace GuruReports.SnapshotTarget;

/// <summary>Objects enough that a helper reads them for some tenths of a second: a command that looks for it meanwhile finds it.</summary>
internal static class LongReading
{
    private const int Objects = 12_000_000;

    private static object[]? s_objects;

    /// <summary>Makes them; they stay.</summary>
    public static void Begin()
    {
        s_objects = new object[Objects];
        for (var index = 0; index < Objects; index++)
        {
            s_objects[index] = new object();
        }
    }
}
