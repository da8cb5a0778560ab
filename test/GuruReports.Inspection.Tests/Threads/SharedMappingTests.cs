using System.Text;
using GuruReports.Inspection.Capturing;

namespace GuruReports.Inspection.Tests.Threads;

public class SharedMappingTests
{
    [Theory]
    [InlineData("7f16fc1f9000-7f16fc1fa000 rw-s 00000000 fe:00 1081347                    /tmp/.dotnet/shm/global/shop", "/tmp/.dotnet/shm/global/shop")]
    [InlineData("7f16fc1f9000-7f16fc1fa000 rw-s 00000000 fe:00 1081347                    /tmp/a b/shop (deleted)", "/tmp/a b/shop")]
    public void Parse_SharedFile_IsRead(string line, string path)
    {
        var mapping = SharedMapping.Parse(Encoding.UTF8.GetBytes(line));

        Assert.Equal(new SharedMapping(0x7f16fc1f9000, 0x7f16fc1fa000, "fe:00", 1081347, path), mapping);
    }

    [Theory]
    [InlineData("7f16fc1f9000-7f16fc1fa000 rw-p 00000000 fe:00 1081347                    /usr/lib/libc.so.6")]
    [InlineData("7f16fc1f9000-7f16fc1fa000 rw-s 00000000 00:01 0")]
    [InlineData("7f16fc1f9000 rw-s")]
    [InlineData("")]
    public void Parse_PrivateOrWithoutAFileOrCut_IsNull(string line)
    {
        var mapping = SharedMapping.Parse(Encoding.UTF8.GetBytes(line));

        Assert.Null(mapping);
    }
}
