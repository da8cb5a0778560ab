using GuruReports.Hosting.Facts.Resources;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Hosting.Sections.Resources;
using GuruReports.Inspection.Processes;

namespace GuruReports.Hosting.Tests.Sections.Resources;

public sealed class DiskReaderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("guru-disks-").FullName;

    public DiskReaderTests()
    {
        Directory.CreateDirectory($"{_root}/proc/self/fd");
        Directory.CreateDirectory($"{_root}/proc/self/fdinfo");
        File.WriteAllText($"{_root}/proc/self/mountinfo", """
            1 0 0:1 / / rw - ext4 /dev/vda rw
            2 1 0:2 / /sys rw,relatime shared:7 - sysfs sysfs rw
            3 1 0:3 / /proc rw - nfs4 server:/a rw
            4 1 0:4 / /mnt/my\040disk rw - xfs /dev/vdb rw

            """);
    }

    [Theory]
    [InlineData("/mnt/my disk/a", "/mnt/my disk", "xfs")]
    [InlineData("/mnt/my diskette", "/", "ext4")]
    [InlineData("/sys", "/sys", "sysfs")]
    public void Find_Path_IsTheMountNearestToIt(string path, string point, string format)
    {
        Assert.Equal(new Mount(point, format), MountTable.Read(new SystemFiles(_root)).Find(path));
    }

    [Fact]
    public void Read_FilesOpenForWriting_TellsTheirFileSystemsAndAsksNoServer()
    {
        Open(7, "/sys/log", "0100001");
        Open(8, "/proc/log", "0100002");
        Open(9, "/mnt/my disk/read", "0100000");

        var open = Read(null).Where(static disk => disk.Purpose == "open file").OrderBy(static disk => disk.Mount).ToList();

        Assert.Equal(["/proc/log", "/sys/log"], open.Select(static disk => disk.Path));
        Assert.Equal([true, false], open.Select(static disk => disk.Total is null));
        Assert.StartsWith("not asked", open[0].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WritesThatFailed_OneForEachDirectory()
    {
        var exceptions = new ExceptionFacts
        {
            Since = DateTimeOffset.UnixEpoch,
            Total = 3,
            Types = [new ThrownTypeFacts { Type = "System.IO.IOException", Count = 3, Kind = FailureKind.DiskFull, Targets = [new CountFacts("/sys/a", 1), new CountFacts("/sys/b", 1), new CountFacts("/nowhere/at/all", 1)] }],
        };

        var failed = Read(exceptions).Where(static disk => disk.Purpose == DiskFacts.WritingFailed).ToList();

        Assert.Equal([("/sys/a", "/sys"), ("/nowhere/at/all", "/")], failed.Select(static disk => (disk.Path, disk.Mount!)));
        Assert.Equal("No such file or directory", failed[1].Problem);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private IReadOnlyList<DiskFacts> Read(ExceptionFacts? exceptions) =>
        DiskReader.Read(new GuruMeditationOptions(), exceptions, DescriptorKinds.Read(new SystemFiles(_root)), new SystemFiles(_root));

    private void Open(int descriptor, string path, string flags)
    {
        File.CreateSymbolicLink($"{_root}/proc/self/fd/{descriptor}", path);
        File.WriteAllText($"{_root}/proc/self/fdinfo/{descriptor}", $"pos:\t0\nflags:\t{flags}\nmnt_id:\t25\n");
    }
}
