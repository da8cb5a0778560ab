using System.Runtime.InteropServices;

namespace GuruReports.Inspection.Snapshot.Helper;

/// <summary>Finds the data access library (DAC) of exactly this runtime: without it nobody can read an image.</summary>
internal static class DataAccessLibrary
{
    private const string FileName = "libmscordaccore.so";

    /// <summary>The full path; null when it is neither beside the runtime nor in the helper's folder.</summary>
    public static string? Path { get; } = Find();

    private static string? Find()
    {
        // A single-file service carries its runtime inside; the library is then copied to the helper's folder.
        string[] folders = [RuntimeEnvironment.GetRuntimeDirectory(), HelperFolder.Default];
        foreach (var folder in folders)
        {
            var path = System.IO.Path.Combine(folder, FileName);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
