using GuruReports.Hosting.Facts.Resources;
using GuruReports.Hosting.Facts.Runtime;

namespace GuruReports.Hosting.Sections.Resources;

/// <summary>Reads the free space below the directories that matter to the service.</summary>
internal static class DiskReader
{
    private const int MostFailed = 2;

    /// <summary>Reads it.</summary>
    /// <param name="options">Where reports go.</param>
    /// <param name="exceptions">What was thrown: a path that could not be written to tells one more place to look at; null when nothing is counted.</param>
    public static IReadOnlyList<DiskFacts> Read(GuruMeditationOptions options, ExceptionFacts? exceptions)
    {
        var reports = options.Directory ?? Environment.GetEnvironmentVariable("LOGS_DIRECTORY") ?? Environment.GetEnvironmentVariable("STATE_DIRECTORY");
        var disks = new List<DiskFacts>();
        Add(disks, "reports", reports);
        Add(disks, "working directory", Environment.CurrentDirectory);
        Add(disks, "program", AppContext.BaseDirectory);
        Add(disks, "temporary files", Path.GetTempPath());
        foreach (var directory in Failed(exceptions))
        {
            Add(disks, "where writing failed", directory);
        }

        return disks;
    }

    private static IEnumerable<string?> Failed(ExceptionFacts? exceptions) => (exceptions?.Types ?? [])
        .Where(static type => type.Kind is FailureKind.DiskFull)
        .SelectMany(static type => type.Targets)
        .Where(static target => target.Name.StartsWith('/'))
        .Select(static target => Path.GetDirectoryName(target.Name))
        .Distinct()
        .Take(MostFailed);

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
