namespace GuruReports.Testing;

/// <summary>The checkout that the tests were built from, found from where they run: a build for release hides the paths of its sources.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Returns the path of a file or folder, given its parts below the root.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GuruReports.Hosting.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("no checkout above " + AppContext.BaseDirectory);
    }
}
