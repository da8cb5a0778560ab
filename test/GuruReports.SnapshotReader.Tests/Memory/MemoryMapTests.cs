using GuruReports.SnapshotReader.Memory;

namespace GuruReports.SnapshotReader.Tests.Memory;

public class MemoryMapTests
{
    private const string Map = """
        55d0c0000000-55d0c0010000 r--p 00000000 fe:00 131 /usr/share/dotnet/dotnet
        7f21b0000000-7f21b0010000 rw-p 00000000 00:00 0
        7f21c0000000-7f21c0021000 rw-s 00042000 00:01 77    /memfd:doublemapper (deleted)
        7f21d0000000-7f21d0021000 rw-s 00000000 00:01 78    /memfd:other (deleted)
        """;

    [Fact]
    public void Parse_LinesOfAMap_RegionsWithTheirFiles()
    {
        var map = MemoryMap.Parse(Map.ReplaceLineEndings("\n"));

        Assert.Equal(4, map.Regions.Count);
        Assert.Equal(new MemoryRegion(0x7f21c0000000, 0x7f21c0021000, true, 0x42000, "/memfd:doublemapper (deleted)"), map.Regions[2]);
        Assert.Equal([false, false, true, false], map.Regions.Select(region => region.IsRuntimeShared));
        Assert.Equal("", map.Regions[1].Path);
    }

    [Theory]
    [InlineData(0x7f21b0000000, 1)]
    [InlineData(0x7f21b000ffff, 1)]
    [InlineData(0x7f21b0010000, -1)]
    [InlineData(0x1, -1)]
    [InlineData(0x7f21d0020fff, 3)]
    public void Find_Address_TheRegionThatHoldsIt(ulong address, int expected)
    {
        var map = MemoryMap.Parse(Map);

        var region = map.Find(address);

        Assert.Equal(expected < 0 ? null : map.Regions[expected], region);
    }
}
