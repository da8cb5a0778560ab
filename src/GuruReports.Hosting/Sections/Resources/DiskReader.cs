using GuruReports.Hosting.Facts.Resources;

namespace GuruReports.Hosting.Sections.Resources;

/// <summary>Reads the free space below the directories that matter to the service.</summary>
internal static class DiskReader
{
    /// <summary>Reads it, each file system once.</summary>
    public static IReadOnlyList<DiskFacts> Read(GuruMeditationOptions options)
    {
        var reports = options.Directory ?? Environment.GetEnvironmentVariable("LOGS_DIRECTORY") ?? Environment.GetEnvironmentVariable("STATE_DIRECTORY");
        var disks = new List<DiskFacts>();
        Add(disks, "reports", reports);
        Add(disks, "working directory", Environment.CurrentDirectory);
        Add(disks, "program", AppContext.BaseDirectory);
        Add(disks, "temporary files", Path.GetTempPath());
        return disks;
    }

    private static void Add(List<DiskFacts> disks, string purpose, string? path)
    {
        if (!string.IsNullOrEmpty(path))
        {
            // systemd may name several directories, separated by colons.
            disks.Add(ReadOne(purpose, path.Split(':')[0]));
        }
    }

    private static DiskFacts ReadOne(string purpose, string path)
    {
        try
        {
            var drive = new DriveInfo(path);
            return new DiskFacts(purpose, path, drive.TotalSize, drive.AvailableFreeSpace, drive.DriveFormat);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new DiskFacts(purpose, path, null, null, null, exception.Message);
        }
    }
}
