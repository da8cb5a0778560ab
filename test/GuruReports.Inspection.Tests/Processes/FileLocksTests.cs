using GuruReports.Inspection.Processes;

namespace GuruReports.Inspection.Tests.Processes;

public sealed class FileLocksTests : IDisposable
{
    private readonly FakeFiles _files = new FakeFiles().With("/proc/locks", """
        1: FLOCK  ADVISORY  WRITE 4711 fe:00:1081347 0 EOF
        1: -> FLOCK  ADVISORY  WRITE 4712 fe:00:1081347 0 EOF
        2: POSIX  ADVISORY  WRITE 4713 fe:00:1081347 0 EOF
        3: FLOCK  ADVISORY  READ 4714 fe:00:99 0 EOF
        4: FLOCK  ADVISORY  READ 4715 fe:00:99 0 EOF

        """);

    [Fact]
    public void Writer_FileThatOneKeepsForItself_IsThatProcessAndNotWhoWaits()
    {
        Assert.Equal(4711, new FileLocks(_files.Files).Writer(1081347));
    }

    [Theory]
    [InlineData(99)]
    [InlineData(98)]
    public void Writer_FileThatNobodyKeepsForItself_IsNull(ulong inode)
    {
        Assert.Null(new FileLocks(_files.Files).Writer(inode));
    }

    [Fact]
    public void Holders_FileThatSeveralShare_AreAll()
    {
        Assert.Equal([4714, 4715], new FileLocks(_files.Files).Holders(99));
    }

    public void Dispose() => _files.Dispose();
}
