using GuruReports.Hosting.Facts.Resources;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Native;
using GuruReports.Inspection.Processes;

namespace GuruReports.Hosting.Sections.Resources;

/// <summary>Reads what is free below the directories that matter to the service, where it has files open for writing, and where writing failed.</summary>
internal sealed class DiskReader
{
    private const int MostFailed = 4;
    private const int MostOpen = 16;

    // A server that is gone would hold up the whole section; of those that only may have one nobody has said that they matter.
    private static readonly string[] s_remote = ["nfs", "cifs", "smb", "fuse", "9p", "ceph", "afs", "lustre", "gfs", "ocfs", "virtiofs"];

    private readonly MountTable _mounts;
    private readonly List<DiskFacts> _disks = [];

    private DiskReader(SystemFiles files) => _mounts = MountTable.Read(files);

    /// <summary>Reads it.</summary>
    /// <param name="options">Where reports go.</param>
    /// <param name="exceptions">What was thrown: a path that could not be written to tells one more place to look at; null when nothing is counted.</param>
    /// <param name="descriptors">The open files; null when they cannot be listed.</param>
    /// <param name="files">What the system tells.</param>
    public static IReadOnlyList<DiskFacts> Read(GuruMeditationOptions options, ExceptionFacts? exceptions, DescriptorKinds? descriptors, SystemFiles files)
    {
        var reader = new DiskReader(files);
        foreach (var path in Failed(exceptions))
        {
            reader.Add(DiskFacts.WritingFailed, path, Path.GetDirectoryName(path)!);
        }

        var reports = options.Directory ?? Environment.GetEnvironmentVariable("LOGS_DIRECTORY") ?? Environment.GetEnvironmentVariable("STATE_DIRECTORY");

        // systemd may name several directories, separated by colons.
        reader.Add("reports", reports?.Split(':')[0]);
        reader.Add("working directory", Environment.CurrentDirectory);
        reader.Add("program", AppContext.BaseDirectory);
        reader.Add("temporary files", Path.GetTempPath());
        reader.AddOpen(descriptors, new OpenFiles(files));
        return reader._disks;
    }

    // The latest first: what failed an hour ago may have been mended.
    private static IEnumerable<string> Failed(ExceptionFacts? exceptions) => (exceptions?.Types ?? [])
        .Where(static type => type.Kind is FailureKind.DiskFull)
        .OrderByDescending(static type => type.LastAt)
        .SelectMany(static type => type.Targets)
        .Select(static target => target.Name)
        .Where(static path => path.StartsWith('/') && Path.GetDirectoryName(path) is { Length: > 0 })
        .DistinctBy(static path => Path.GetDirectoryName(path))
        .Take(MostFailed);

    // One file for each file system that nothing else has named yet.
    private void AddOpen(DescriptorKinds? descriptors, OpenFiles open)
    {
        var known = _disks.Select(static disk => disk.Mount).ToHashSet(StringComparer.Ordinal);
        var samples = descriptors?.Samples ?? new Dictionary<string, int>();
        var found = samples.Keys
            .Select(path => new { Path = path, Mount = _mounts.Find(path) })
            .Where(file => file.Mount is { } mount && !known.Contains(mount.Point))
            .GroupBy(static file => file.Mount!)
            .Select(group => new { Mount = group.Key, Written = group.Select(file => file.Path).FirstOrDefault(path => open.IsWritten(samples[path])) })
            .Where(static group => group.Written is not null)
            .ToList();
        foreach (var group in found.Take(MostOpen))
        {
            var (mount, path) = (group.Mount, group.Written!);
            if (Array.Exists(s_remote, remote => mount.Format.StartsWith(remote, StringComparison.Ordinal)))
            {
                _disks.Add(new DiskFacts("open file", path, null, null, mount.Format, "not asked: its server may not answer") { Mount = mount.Point });
            }
            else
            {
                Add("open file", path, mount.Point);
            }
        }

        if (found.Count > MostOpen)
        {
            _disks.Add(new DiskFacts("open files", $"{found.Count - MostOpen} more file systems", null, null, null, "not asked: too many"));
        }
    }

    private void Add(string purpose, string? path, string? directory = null)
    {
        if (string.IsNullOrEmpty(path))
        {
            return;
        }

        var place = directory ?? path;
        var mount = _mounts.Find(RealPath(place));
        _disks.Add(FileSystemStatus.Read(place, out var problem) is { } status
            ? new DiskFacts(purpose, path, status.Total, status.Available, mount?.Format)
            {
                Mount = mount?.Point,
                Inodes = status.Inodes > 0 ? status.Inodes : null,
                InodesAvailable = status.Inodes > 0 ? status.InodesAvailable : null,
                IsReadOnly = status.IsReadOnly,
            }
            : new DiskFacts(purpose, path, null, null, mount?.Format, problem) { Mount = mount?.Point });
    }

    // Mounts are told by paths without links: the kernel's own name of the directory, once it is open.
    private static string RealPath(string directory)
    {
        const int pathOnly = 0x200000;
        var full = Path.GetFullPath(directory);
        var descriptor = Libc.Open(full, pathOnly | Libc.OCloExec);
        if (descriptor < 0)
        {
            return full;
        }

        var real = SystemFiles.Real.ReadLink($"/proc/self/fd/{descriptor}");
        _ = Libc.close(descriptor);
        return real ?? full;
    }
}
