using GuruReports.Inspection.CoreClr;

namespace GuruReports.Inspection.Tests.CoreClr;

public class NamedMutexFilesTests
{
    [Theory]
    [InlineData("/tmp/.dotnet/shm/global/shop", @"Global\shop")]
    [InlineData("/tmp/.dotnet/shm/session4711/shop", @"Local\shop")]
    [InlineData("/var/tmp/x/.dotnet-uid1000/shm/global/shop", @"Global\shop")]
    [InlineData("/tmp/.dotnet/lockfiles/global/shop", null)]
    [InlineData("/tmp/.dotnet/shm/global/", null)]
    [InlineData("/tmp/.dotnet/shm/other/shop", null)]
    [InlineData("/dev/shm/shop", null)]
    public void NameOf_FileOfSharedMemory_IsTheNameThatCodeOpens(string path, string? name)
    {
        Assert.Equal(name, NamedMutexFiles.NameOf(path));
    }

    [Fact]
    public void NameOfLock_FileToLock_IsTheNameThatCodeOpens()
    {
        Assert.Equal(@"Global\shop", NamedMutexFiles.NameOfLock("/tmp/.dotnet/lockfiles/global/shop"));
    }
}
